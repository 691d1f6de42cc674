using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.SelfTests.Faults;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>What can disturb a run from outside: its terminal, its streams, another run, another machine.</summary>
[Collection(Campaign.Name)]
public sealed class InterruptedRunSpec(RuinableSuite suite) : IClassFixture<RuinableSuite>
{
    [SkippableFact]
    public void A_closed_terminal_interrupts_the_run_and_the_same_command_continues_it()
    {
        suite.RemoveReport();
        // As from a terminal, even if the tests themselves run under nohup, which is inherited.
        var asFromTerminal = suite.LongRunLine.Replace("exec ", "exec env --default-signal=HUP ", StringComparison.Ordinal);
        using (var command = suite.StartRun(RuinableSuite.SomeRows, asFromTerminal))
        {
            command.Signal("HUP");
            command.Finish().Status.Should().Be((int)ExitStatus.Interrupted);
            command.Survivors().Should().BeEmpty();
            RuinableSuite.WorkFolders(command.Id).Should().BeEmpty("an interrupted run cleans up");
        }

        var rows = suite.Lines();
        suite.Complete($"{suite.RunLine} --resume");
        suite.HasStill(rows);
    }

    [SkippableFact]
    public void Under_nohup_a_run_outlives_its_terminal()
    {
        suite.RemoveReport();
        using var command = suite.StartRun(RuinableSuite.SomeRows, $"trap '' HUP; {suite.RunLine}");

        command.Signal("HUP");

        command.Finish().Status.Should().BeOneOf(RuinableSuite.Ended);
    }

    [SkippableFact]
    public void A_run_continues_if_its_progress_cannot_be_written()
    {
        suite.RemoveReport();

        var (status, output, _) = suite.Run($"{suite.RunLine} 2>/dev/full");

        status.Should().BeOneOf(RuinableSuite.Ended);
        output.Should().Contain("transcode/synthetic-120p");
        RunState.Read(suite.Report)!.TimeBreakdown.Should().NotBeNull();
    }

    [SkippableFact]
    public void A_result_that_cannot_be_written_is_an_error_and_is_kept_in_the_report()
    {
        suite.RemoveReport();

        var (status, _, errors) = suite.Run($"{suite.RunLine} >/dev/full");

        RuinableSuite.FailsClearly(status, errors, "No space left on device");
        RunState.Read(suite.Report)!.TimeBreakdown.Should().NotBeNull();
    }

    [SkippableFact]
    public void A_second_run_that_may_not_wait_is_refused_and_names_the_first()
    {
        suite.RemoveReport();
        using var first = suite.StartRun(rows: 1);
        first.Signal("STOP");

        var (status, _, errors) = suite.Run($"{RuinableSuite.RunLineInto($"{suite.Report}-2")} --wait 0s");

        RuinableSuite.FailsClearly(status, errors, $"process {first.Id}");
    }

    [SkippableFact]
    public void A_run_that_began_on_another_machine_is_not_continued()
    {
        suite.RemoveReport();
        using (var command = suite.StartRun(RuinableSuite.SomeRows))
        {
            command.KillTree();
        }

        var (begun, rows) = (RunState.Read(suite.Report)!.Run, suite.Lines());
        var identity = Path.Combine(suite.Checkout, "machine-id");
        File.WriteAllText(identity, "0123456789abcdef0123456789abcdef\n");

        var (status, _, errors) = suite.RunWithMount($"mount --bind '{identity}' /etc/machine-id");

        status.Should().BeOneOf(RuinableSuite.Ended, errors);
        RunState.Read(suite.Report)!.Run.Should().NotBe(begun);
        suite.HasStill(rows, "they stay, and count for nothing");
    }
}
