using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Running;

namespace Afmpeg.Perf.SelfTests.Rules.Measurements;

public sealed class SamplerRules : IDisposable
{
    private static readonly Lane Other = Lane.Wasm("v8", "Oz");

    private readonly SampledRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Each_lane_is_warmed_up_once_before_the_first_round()
    {
        run.Measure(_ => true);

        run.Log.Rows.Take(4).Should().OnlyContain(row => row.Warmup && row.Round == 0);
        run.Log.Rows.Count(row => row.Warmup).Should().Be(4);
    }

    [Fact]
    public void A_case_gets_the_minimum_rounds_even_if_it_is_decided_at_once()
    {
        run.Measure(_ => true);

        Samples.Lanes.Should().OnlyContain(lane => run.RoundsOf(lane) == 2);
    }

    [Fact]
    public void A_case_that_stays_open_gets_rounds_up_to_the_maximum()
    {
        run.Measure(_ => false);

        Samples.Lanes.Should().OnlyContain(lane => run.RoundsOf(lane) == 4);
    }

    [Fact]
    public void Progress_says_how_well_a_case_is_known_so_far()
    {
        run.Measure(_ => false);

        var ofCase = run.Announced.Where(progress => progress.Case.Lane == Samples.Wasm).ToArray();
        ofCase[0].SoFar.Should().BeNull("it is the warm-up");
        ofCase[^1].SoFar!.Rounds.Should().Be(3, "the fourth round is about to begin");
        ProgressText.Of(ofCase[^1]).Should().MatchRegex(@" times native so far$");
        ProgressText.Of(ofCase[0]).Should().NotContain("so far");
    }

    [Fact]
    public void A_case_stops_in_the_round_after_which_it_is_decided()
    {
        run.Measure(summary => summary.Rounds >= 3);

        run.RoundsOf(Samples.Wasm).Should().Be(3);
    }

    [Fact]
    public void The_baselines_stay_as_long_as_any_lane_of_their_job()
    {
        run.Plan = run.Plan with { Cases = [.. run.Plan.Cases, Samples.Case(Other)] };

        run.Measure(summary => summary.Case.Lane == Samples.Wasm);

        run.RoundsOf(Samples.Wasm).Should().Be(2, "it is decided");
        run.RoundsOf(Other).Should().Be(4, "it is open");
        CaseMatrix.Baselines.Should().OnlyContain(lane => run.RoundsOf(lane) == 4, "a multiple needs them in every round");
    }

    [Fact]
    public void The_baselines_of_a_decided_job_leave_with_it()
    {
        var open = Samples.Job("open");
        run.Plan = run.Plan with { Cases = [.. run.Plan.Cases, .. Samples.Lanes.Select(lane => new BenchmarkCase(open, lane))] };

        run.Measure(summary => summary.Case.Job.Subject != "open");

        CaseMatrix.Baselines.Should().OnlyContain(lane => run.RoundsOf(lane) == 2);
        run.Rounds.Count(row => row.Case == new BenchmarkCase(open, Lane.Native).Id).Should().Be(4);
    }

    [Fact]
    public void Baselines_alone_get_the_minimum_rounds()
    {
        run.Plan = run.Plan with { Cases = [.. CaseMatrix.Baselines.Select(Samples.Case)] };

        run.Measure(_ => false);

        CaseMatrix.Baselines.Should().OnlyContain(lane => run.RoundsOf(lane) == 2);
    }

    [Fact]
    public void The_lanes_of_a_round_run_one_after_the_other_in_its_shuffled_order()
    {
        run.Measure(_ => false);

        run.Rounds.Select(row => row.Round).Should()
            .BeInAscendingOrder("a round is finished before the next begins, so that drift cancels");
        foreach (var round in run.Rounds.GroupBy(row => row.Round))
        {
            round.Select(row => row.Order).Should().Equal(0, 1, 2, 3);
            round.Select(row => row.Case).Should()
                .Equal(RoundOrder.Of(run.Plan.Cases, run.Plan.Cases, run.Plan.Seed, round.Key).Select(benchmarkCase => benchmarkCase.Id));
        }
    }

    [Fact]
    public void Without_a_budget_nothing_runs()
    {
        run.Plan = run.Plan with { Budget = TimeSpan.Zero, Limit = TimeSpan.Zero };

        run.Measure(_ => false);

        run.Log.Rows.Should().BeEmpty();
    }

    [Fact]
    public void A_spent_budget_ends_no_case_before_its_first_look()
    {
        run.Plan = run.Plan with { Budget = TimeSpan.Zero, Limit = TimeSpan.FromHours(1) };

        run.Measure(_ => false);

        run.RoundsOf(Samples.Wasm).Should().Be(2, "the first look is after two rounds, and the next would be after three");
    }

    [Fact]
    public void A_plan_without_cases_measures_nothing()
    {
        run.Plan = run.Plan with { Cases = [] };

        run.Measure(_ => false);

        run.Log.Rows.Should().BeEmpty();
    }

    [Fact]
    public void A_case_that_broke_once_goes_on()
    {
        run.Play(Samples.Wasm, number => number == 1 ? LaneReading.Failed("ended by signal 11") : Samples.Reading(4));

        run.Measure(_ => false);

        run.RoundsOf(Samples.Wasm).Should().Be(4, "one crash says nothing of the other runs");
    }

    [Fact]
    public void A_case_that_broke_twice_is_not_run_again()
    {
        run.Plan = run.Plan with { Cases = [.. run.Plan.Cases, Samples.Case(Other)] };
        run.Play(Samples.Wasm, number => number is 1 or 2 ? LaneReading.Failed("trap: unreachable") : Samples.Reading(4));

        run.Measure(_ => false);

        run.RoundsOf(Samples.Wasm).Should().Be(2, "it broke in rounds 1 and 2, after its warm-up");
        run.RoundsOf(Other).Should().Be(4, "a failure concerns its own lane only");
    }

    [Fact]
    public void A_baseline_that_broke_twice_is_not_run_again()
    {
        run.Play(Lane.NativePortable, _ => LaneReading.Failed("exit status 1"));

        run.Measure(_ => false);

        run.RoundsOf(Lane.NativePortable).Should().Be(1, "its warm-up broke, too");
        run.RoundsOf(Lane.Native).Should().Be(4);
    }

    [Fact]
    public void An_unavailable_lane_is_skipped_and_keeps_no_baseline_running()
    {
        run.Miss(Samples.Wasm, "wasmtime is not on PATH");

        run.Measure(_ => false);

        run.RoundsOf(Samples.Wasm).Should().Be(0);
        CaseMatrix.Baselines.Should().OnlyContain(lane => run.RoundsOf(lane) == 2);
    }

    [Fact]
    public void A_run_is_announced_before_it_begins()
    {
        var rowsBefore = new List<int>();

        run.Measure(_ => true, report: _ => rowsBefore.Add(run.Log.Rows.Count));

        rowsBefore.Should().Equal(Enumerable.Range(0, run.Log.Rows.Count));
        run.Announced.Select(progress => progress.Case.Id).Should().Equal(run.Log.Rows.Select(row => row.Case));
    }
}
