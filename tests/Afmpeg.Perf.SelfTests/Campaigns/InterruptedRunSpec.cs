using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.SelfTests.Faults;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>What may come between a run and its end from outside: its terminal, its streams, another run, another machine.</summary>
[Collection(Campaign.Name)]
public sealed class InterruptedRunSpec(RuinableSuite suite) : IClassFixture<RuinableSuite>
{
    [SkippableFact]
    public void A_terminal_that_goes_away_interrupts_and_the_same_command_goes_on()
    {
        suite.Forget();
        // As from a terminal, also where the tests themselves run under nohup, which is inherited.
        var asFromTerminal = suite.LongRunLine.Replace("exec ", "exec env --default-signal=HUP ", StringComparison.Ordinal);
        using (var command = suite.StartRun(RuinableSuite.SomeRows, asFromTerminal))
        {
            MarkedProcesses.Signal("HUP", command.Id);
            command.Finish().Status.Should().Be((int)ExitStatus.Interrupted);
            command.Tree.AwaitEnd().Should().BeEmpty();
            RuinableSuite.WorkFolders(command.Id).Should().BeEmpty("who is interrupted clears up");
        }

        var rows = suite.Lines();
        suite.Run($"{suite.RunLine} --resume").Status.Should().BeOneOf(RuinableSuite.Ended);
        suite.Lines().Take(rows.Length).Should().Equal(rows);
    }

    [SkippableFact]
    public void Under_nohup_it_goes_on()
    {
        suite.Forget();
        using var command = suite.StartRun(RuinableSuite.SomeRows, $"trap '' HUP; {suite.RunLine}");

        MarkedProcesses.Signal("HUP", command.Id);

        command.Finish().Status.Should().BeOneOf(RuinableSuite.Ended);
    }

    [SkippableFact]
    public void Progress_that_cannot_be_written_is_no_reason_to_stop()
    {
        suite.Forget();

        var (status, output, _) = suite.Run($"{suite.RunLine} 2>/dev/full");

        status.Should().BeOneOf(RuinableSuite.Ended);
        output.Should().Contain("transcode/synthetic-120p");
        RunState.Read(suite.Report)!.Account.Should().NotBeNull();
    }

    [SkippableFact]
    public void A_result_that_cannot_be_written_is_told_and_kept_in_the_report()
    {
        suite.Forget();

        var (status, _, errors) = suite.Run($"{suite.RunLine} >/dev/full");

        RuinableSuite.IsToldClearly(status, errors, "No space left on device");
        RunState.Read(suite.Report)!.Account.Should().NotBeNull();
    }

    [SkippableFact]
    public void A_second_run_that_may_not_wait_is_refused_and_names_the_first()
    {
        suite.Forget();
        using var first = suite.StartRun(rows: 1);
        MarkedProcesses.Signal("STOP", first.Id);

        var (status, _, errors) = suite.Run($"{RuinableSuite.RunLineInto($"{suite.Report}-2")} --wait 0s");

        RuinableSuite.IsToldClearly(status, errors, $"process {first.Id}");
    }

    [SkippableFact]
    public void A_run_that_was_begun_on_another_machine_is_not_gone_on_with()
    {
        suite.Forget();
        using (var command = suite.StartRun(RuinableSuite.SomeRows))
        {
            command.Tree.Kill();
        }

        var (begun, rows) = (RunState.Read(suite.Report)!.Run, suite.Lines());
        var identity = Path.Combine(suite.Checkout, "machine-id");
        File.WriteAllText(identity, "0123456789abcdef0123456789abcdef\n");

        var (status, _, errors) = suite.RunWithMount($"mount --bind '{identity}' /etc/machine-id");

        status.Should().BeOneOf(RuinableSuite.Ended, errors);
        RunState.Read(suite.Report)!.Run.Should().NotBe(begun);
        suite.Lines().Take(rows.Length).Should().Equal(rows, "they stay, and count in nothing");
    }
}
