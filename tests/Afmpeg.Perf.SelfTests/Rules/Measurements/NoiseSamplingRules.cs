using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.SelfTests.Rules.Verdicts;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Measurements;

public sealed class NoiseSamplingRules : IDisposable
{
    private static readonly Lane Other = Lane.Wasm("v8", "Oz");

    private readonly SampledRun run = new();

    public NoiseSamplingRules() => run.Plan = run.Plan with { Noise = NoisePair.Of(run.Plan.Cases), Rounds = new RoundLimits([2, 4, 7]) };

    public void Dispose() => run.Dispose();

    [Fact]
    public void The_pair_is_measured_before_anything_else()
    {
        run.Measure(_ => true);

        var leading = run.Log.Rows.TakeWhile(row => row.Workload == NoisePair.Workload).ToArray();
        leading.Should().HaveCount(2 * NoisePair.LeadingRounds);
        leading.GroupBy(row => row.Round).Should()
            .OnlyContain(round => round.Select(row => row.Lane).Distinct().Count() == 2, "both run in each round");
        run.Log.Rows[leading.Length].Warmup.Should().BeTrue("the warm-up is next");
    }

    [Fact]
    public void The_pair_takes_only_a_small_part_of_a_users_budget()
    {
        run.Plan = run.Plan with { Budget = TimeSpan.FromSeconds(2) };
        run.Plan = run.Plan with { Limit = run.Plan.Budget };

        run.Measure(_ => true, report: next => Thread.Sleep(next.Case.Job.Workload == NoisePair.Workload && next.Round == 1 ? 150 : 0));

        run.Log.Rows.TakeWhile(row => row.Workload == NoisePair.Workload).Should().HaveCount(2, "a tenth of it has passed");
    }

    [Fact]
    public void The_pair_follows_every_round_that_ran_something_and_no_other()
    {
        run.Measure(summary => summary.Rounds >= 4);

        var order = run.Rounds.Skip(2 * NoisePair.LeadingRounds).Select(row => row.Workload == NoisePair.Workload).ToArray();
        bool[] round = [.. Samples.Lanes.Select(_ => false), true, true];
        order.Should().Equal(Enumerable.Repeat(round, 4).SelectMany(one => one));
        Noise.Select(row => row.Round).Distinct().Should().Equal(Enumerable.Range(1, NoisePair.LeadingRounds + 4));
    }

    [Fact]
    public void A_lane_leaves_only_at_a_look()
    {
        run.Measure(summary => summary.Rounds >= 3);

        run.RoundsOf(Samples.Wasm).Should().Be(4, "after the third round nobody looked");
    }

    [Theory]
    [InlineData(false, 7)]
    [InlineData(true, 10)]
    public void A_case_that_the_hosts_noise_hides_goes_on_while_rounds_of_the_pair_lower_the_floor(bool asksForTheFloor, int rounds)
    {
        const int DisturbedRounds = 11;
        run.Plan = run.Plan with { Rounds = RoundLimits.Default };
        run.Play(Samples.Wasm, _ => Samples.Reading(7.4));
        run.Play(Lane.Twins[1], round => Samples.Reading(round >= DisturbedRounds ? 1 : round % 2 == 0 ? 1.15 : 1 / 1.15));
        var thresholds = JudgeRules.Of(JudgeRules.AtMost(8));

        run.Measure(summary => Judge.IsDecided(thresholds, summary, 1, asksForTheFloor ? NoiseFloor.Of(run.Log.Rows) : JudgeRules.NoFloor));

        run.RoundsOf(Samples.Wasm).Should().Be(rounds, "7.4 is 8.1 % from 8, and the floor falls below that by 17 rounds of the pair");
        var summary = Summary.Of([Samples.Case(Samples.Wasm)], _ => null, run.Log.Rows);
        Judge.Findings(thresholds, summary, NoiseFloor.Of(run.Log.Rows)).Should().ContainSingle()
            .Which.Verdict.Should().Be(asksForTheFloor ? Verdict.Within : Verdict.Inconclusive);
    }

    [Theory]
    [InlineData(100, 2)]
    [InlineData(12, 3)]
    [InlineData(8.5, 7)]
    [InlineData(4.9, 7)]
    public void A_case_beyond_doubt_stops_early_if_its_runs_are_long_and_its_baselines_stay_for_the_others(double seconds, int rounds)
    {
        run.Plan = run.Plan with { Cases = [.. run.Plan.Cases, Samples.Case(Other)], Rounds = RoundLimits.Default };
        run.Play(Samples.Wasm, _ => Samples.Reading(seconds));
        run.Play(Other, _ => Samples.Reading(3));
        var thresholds = JudgeRules.Of(JudgeRules.AtMost(seconds < 5 ? 1.5 : 6));

        run.Measure(summary => Judge.IsDecided(thresholds, summary, 2, NoiseFloor.Of(run.Log.Rows)));

        run.RoundsOf(Samples.Wasm).Should().Be(rounds);
        (run.RoundsOf(Other), run.RoundsOf(Lane.Native)).Should().Be((7, 7));
    }

    [Fact]
    public void A_decided_case_goes_on_if_the_floor_has_risen_since()
    {
        run.Plan = run.Plan with { Cases = [.. run.Plan.Cases, Samples.Case(Other)], Rounds = RoundLimits.Default with { Early = [] } };
        run.Play(Lane.Twins[1], round => Samples.Reading(round < NoisePair.LeadingRounds + 7 ? 1 : 1.2));

        run.Measure(summary => summary.Case.Lane == Samples.Wasm
            && NoiseFloor.Of(run.Log.Rows).TryGet(out var floor) && floor.Fraction < 0.01);

        run.RoundsOf(Other).Should().Be(14);
        run.RoundsOf(Samples.Wasm).Should().BeInRange(8, 13, "it paused while it was decided");
    }

    [Fact]
    public void The_pair_appears_in_the_rows_but_not_as_a_case()
    {
        var asked = new HashSet<string>();

        run.Measure(summary =>
        {
            asked.Add(summary.Case.Id);
            return true;
        });

        asked.Should().Equal(Samples.Case(Samples.Wasm).Id);
        NoiseFloor.Of(run.Log.Rows).Reason.Should().BeNull();
    }

    [Fact]
    public void A_resumed_run_repeats_no_round_of_the_pair()
    {
        const int InTheMiddleOfTheLeadingRounds = 9;
        using var kill = new CancellationTokenSource();
        var runs = 0;
        run.Invoking(started => started.Measure(_ => false, report: _ => KillAt(InTheMiddleOfTheLeadingRounds), cancellation: kill.Token))
            .Should().Throw<OperationCanceledException>();
        run.Reopen();

        run.Measure(_ => false);

        run.Rounds.Select(row => (row.Case, row.Round)).Should().OnlyHaveUniqueItems();
        Noise.Should().HaveCount(2 * (NoisePair.LeadingRounds + 7));

        void KillAt(int last)
        {
            if (++runs > last)
            {
                kill.Cancel();
            }
        }
    }

    [Fact]
    public void A_plan_without_a_pair_measures_no_pair()
    {
        run.Plan = run.Plan with { Noise = [] };

        run.Measure(_ => true);

        Noise.Should().BeEmpty();
    }

    [Fact]
    public void The_looks_of_a_run_are_those_the_intervals_are_built_for()
    {
        RoundLimits.Default.Looks.Should().Equal(Perf.Statistics.SignedRankLooks.Rounds);
        (RoundLimits.Default.Fewest, RoundLimits.Default.Most).Should().Be((7, 14));
        (RoundLimits.Once.Fewest, RoundLimits.Once.Most).Should().Be((1, 1));
        Enumerable.Range(0, 15).Where(RoundLimits.Default.HasLookAfter).Should().Equal(2, 3, 7, 10, 14);
        Enumerable.Range(0, 15).Where(RoundLimits.Once.HasLookAfter).Should().Equal(1);
    }

    private ImmutableArray<Measurement> Noise => [.. run.Rounds.Where(row => row.Workload == NoisePair.Workload)];
}
