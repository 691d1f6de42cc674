using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.SelfTests.Rules.Measurements;

public sealed class ResumeRules : IDisposable
{
    // After the four warm-ups: in the middle of the second round.
    private const int RunsBeforeTheKill = 4 + 4 + 2;

    private readonly SampledRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Interrupting_a_run_keeps_every_row_that_it_measured()
    {
        Interrupt();
        run.Reopen();

        run.Log.Rows.Should().HaveCount(RunsBeforeTheKill);
    }

    [Fact]
    public void A_resumed_run_repeats_no_finished_round_of_a_case()
    {
        Interrupt();
        run.Reopen();

        run.Measure(_ => false);

        run.Rounds.Select(row => (row.Case, row.Round)).Should().OnlyHaveUniqueItems();
        run.Rounds.Should().HaveCount(4 * 4, "four lanes get the most rounds each");
    }

    [Fact]
    public void A_resumed_run_measures_in_the_order_in_which_it_would_have()
    {
        Interrupt();
        run.Reopen();
        run.Measure(_ => false);
        using var whole = new SampledRun();
        whole.Measure(_ => false);

        run.Rounds.Select(row => (row.Case, row.Round, row.Order)).Should()
            .Equal(whole.Rounds.Select(row => (row.Case, row.Round, row.Order)));
    }

    [Fact]
    public void Resuming_a_finished_run_repeats_only_its_warm_up()
    {
        run.Measure(_ => false);
        var rounds = run.Rounds;

        run.Measure(_ => false);

        run.Rounds.Should().Equal(rounds);
    }

    [Fact]
    public void Rows_of_another_run_do_not_count()
    {
        run.Measure(_ => true, run: "yesterday");
        var yesterday = run.Rounds;

        run.Measure(_ => true, run: "today");

        run.Rounds.Should().HaveSameCount(yesterday).And.OnlyContain(row => row.Run == "today");
    }

    private void Interrupt()
    {
        using var kill = new CancellationTokenSource();
        var runs = 0;
        void KillInTime(SamplerProgress progress)
        {
            if (runs++ == RunsBeforeTheKill)
            {
                kill.Cancel();
            }
        }

        run.Invoking(started => started.Measure(_ => false, report: KillInTime, cancellation: kill.Token)).Should()
            .Throw<OperationCanceledException>();
    }
}
