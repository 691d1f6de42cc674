using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Summaries;

public sealed class ReelPredictionRules
{
    private static readonly ImmutableArray<(double, double)> Shorter = [(3, 5.9), (3, 6.1), (6, 8.8), (6, 9.2), (9, 11.9), (9, 12.1)];

    [Fact]
    public void A_reel_is_predicted_from_a_fixed_cost_and_a_cost_per_second()
    {
        var reel = Of(Reading<double>.Of(63));

        reel.Predicted.Value.Should().BeApproximately(63, 0.5);
        reel.Predicted.Low.Should().BeLessThan(reel.Predicted.Value);
        reel.Holds.Should().Be(Reading<bool>.Of(true));
    }

    [Fact]
    public void The_ends_of_the_interval_are_inside_and_anything_beyond_is_not()
    {
        var ends = Of(Reading<double>.Of(1)).Predicted;

        Of(Reading<double>.Of(ends.High)).Holds.Should().Be(Reading<bool>.Of(true));
        Of(Reading<double>.Of(ends.Low)).Holds.Should().Be(Reading<bool>.Of(true));
        Of(Reading<double>.Of(Math.BitIncrement(ends.High))).Holds.Should().Be(Reading<bool>.Of(false));
        Of(Reading<double>.Of(Math.BitDecrement(ends.Low))).Holds.Should().Be(Reading<bool>.Of(false));
    }

    [Fact]
    public void A_reel_that_was_not_made_does_not_test_the_prediction()
    {
        Of(Reading<double>.Unavailable("the budget ended")).Holds.Reason.Should().Be("the budget ended");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Too_few_runs_give_no_prediction(int runs)
    {
        ReelPrediction.Of(Shorter[..runs], Reading<double>.Of(1)).Reason.Should().MatchRegex("makes? no line with an error");
    }

    [Fact]
    public void A_limit_on_a_60_s_reel_reads_the_prediction()
    {
        var summaries = Run(60).Input().Cases;
        var reel = summaries.First(summary => summary.Case.Lane == SyntheticRun.Default);

        MetricReading.Of(Metric.SecondsFor60sReel, reel, summaries).Should().Be(reel.Reel.Select(prediction => prediction.Predicted));
        MetricReading.Of(Metric.SecondsFor60sReel, CaseSummaries.Measured("transcode/a/libx264-veryfast/native", 1, 1, 1), summaries)
            .Reason.Should().Be("it is no reel");
    }

    [Fact]
    public void The_long_reel_takes_no_part_in_its_own_prediction()
    {
        Line(Run(60)).Should().Be(Line(Run(1000)));
        Line(Run(60)).Should().NotBe(Line(Run(60, fixedCost: 5)));
    }

    [Fact]
    public void A_long_reel_that_failed_is_reported_as_not_run()
    {
        var sixty = SyntheticRun.Reel("sixty-60s", 60, LaneCoverage.Once);
        var run = new SyntheticRun().WithReels(Lane.Native, length => length, 3, 6, 9)
            .With(sixty, Lane.Native, row => row with { Outcome = Outcome.Failed, Reason = "wrong output" }, 60);
        var summaries = run.Input().Cases;

        summaries[0].Reel.TryGet(out var reel).Should().BeTrue();
        reel!.Observed.Reason.Should().Be("reel/sixty-60s/libx264-veryfast/native was not run to its end");
        summaries[^1].Reel.Reason.Should().Be("round 1: wrong output");
    }

    [Fact]
    public void A_long_reel_run_alone_brings_the_shorter_ones_and_their_baselines()
    {
        Job[] jobs = [SyntheticRun.Reel("short-3s", 3, LaneCoverage.NotableLanes),
            SyntheticRun.Reel("short-3s-naive", 3, LaneCoverage.NotableLanes), SyntheticRun.Reel("sixty-60s", 60, LaneCoverage.Once)];
        var matrix = new CaseMatrix([.. jobs, Samples.Job()], [.. CaseMatrix.Baselines, SyntheticRun.Default], MatrixDesign.Place);

        matrix.Select(new HashSet<string> { $"{jobs[2].Id}/{SyntheticRun.Default.Name}" }).Select(chosen => chosen.Id).Should().Equal(
            $"{jobs[0].Id}/native", $"{jobs[0].Id}/native-1t", $"{jobs[0].Id}/native-portable", $"{jobs[0].Id}/{SyntheticRun.Default.Name}",
            $"{jobs[2].Id}/native", $"{jobs[2].Id}/{SyntheticRun.Default.Name}");
    }

    private static SyntheticRun Run(double seconds, double fixedCost = 2) => new SyntheticRun()
        .WithReels(SyntheticRun.Default, length => fixedCost + length, 3, 6, 9)
        .With(SyntheticRun.Reel("sixty-60s", 60, LaneCoverage.Once), SyntheticRun.Default, seconds);

    private static Reading<double> Line(SyntheticRun run) => run.Input().Cases[0].Reel.Select(reel => reel.Predicted.Value);

    private static ReelPrediction Of(Reading<double> observed)
    {
        ReelPrediction.Of(Shorter, observed).TryGet(out var reel).Should().BeTrue();
        return reel!;
    }
}
