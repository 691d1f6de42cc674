using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.SelfTests.Simulation;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Simulation;

/// <summary>What the simulation takes to be measured is what the kept rounds say.</summary>
public sealed class MeasuredNoiseRules
{
    [Fact]
    public void The_scatter_that_noise_is_tried_with_is_that_of_the_quiet_and_of_the_noisy_day()
    {
        NoiseModels.Normal.Spreads.Should().Equal(
            [0.027, 0.055, 0.085, 0.126, 0.171],
            "half of the quiet day's multiples of native-portable scatter by that at most, half of those of native, nine in ten of these; then half of the noisy day's, and nine in ten");
    }

    [Fact]
    public void On_the_noisy_day_multiples_of_native_portable_scatter_about_as_much_as_those_of_native()
    {
        Math.Round(MeasuredRounds.NoisyDay.Scatter(Lane.NativePortable, 0.5), 3).Should().Be(0.117);
        Math.Round(MeasuredRounds.NoisyDay.Scatter(Lane.NativePortable, 0.9), 3).Should().Be(0.164);
    }

    [Fact]
    public void The_quiet_days_rounds_are_no_more_like_the_ones_before_than_is_simulated()
    {
        foreach (var baseline in new[] { Lane.Native, Lane.NativePortable })
        {
            var (value, error) = Ratios(MeasuredRounds.QuietDay, baseline);

            value.Should().BeInRange(0.05, MeasuredNoise.Likeness, baseline.Name);
            (value + error).Should().BeInRange(MeasuredNoise.Likeness, 0.30, "what is simulated lies within an error of what was measured, and 0.30 beyond");
        }
    }

    [Fact]
    public void A_lanes_own_times_are_more_alike_than_its_ratios_since_the_hosts_drift_is_in_them()
    {
        var (value, error) = MeasuredNoise.Correlation(MeasuredRounds.QuietDay.To(Lane.NativePortable).Select(
            series => (MeasuredRounds.JobOf(series.Case), (double[])[.. series.Rounds.Select(round => round.Upper)])));

        value.Should().BeApproximately(MeasuredNoise.LikenessOfTimes, error);
    }

    [Fact]
    public void Rounds_that_lie_minutes_apart_are_not_like_the_ones_before_however_noisy_the_day()
    {
        foreach (var baseline in new[] { Lane.Native, Lane.NativePortable })
        {
            var (value, error) = Ratios(MeasuredRounds.DecisionRun, baseline);

            (value - error).Should().BeLessThan(0, baseline.Name);
        }
    }

    [Fact]
    public void On_the_noisy_day_multiples_of_native_are_like_the_ones_before_and_those_of_native_portable_are_not()
    {
        Modules(Lane.Native).Should().OnlyContain(correlation => correlation > MeasuredNoise.Likeness);
        Modules(Lane.NativePortable).Should().OnlyContain(correlation => Math.Abs(correlation) < 0.1);
    }

    [Fact]
    public void What_multiples_of_native_share_fades_with_the_seconds_between_their_rounds_as_the_suite_takes_it_to()
    {
        var day = MeasuredRounds.NoisyDay;
        double[][] cases = [.. day.To(Lane.Native).GroupBy(series => series.Case).Select(one => one.SelectMany(series => series.Ratios).ToArray())];
        foreach (var rounds in Enumerable.Range(1, 8))
        {
            var expected = RoundAutocorrelation.OfMultiples.Share * Math.Exp(-rounds * day.SecondsApart / RoundAutocorrelation.OfMultiples.Scale);

            cases.Average(one => MeasuredNoise.CorrelationAbout([one], rounds)).Should().BeApproximately(expected, 0.1, $"{rounds} rounds apart");
        }
    }

    [Fact]
    public void Seven_rounds_off_their_own_mean_hardly_show_what_seventy_do()
    {
        var day = MeasuredRounds.NoisyDay.To(Lane.Native);
        double[] runs = [.. day.GroupBy(series => series.Run).Select(run => MeasuredNoise.Correlation(run.Select(one => (one.Case, (double[])[.. one.Ratios]))).Value)];

        runs.Should().HaveCount(10).And.OnlyContain(correlation => correlation > -0.15 && correlation < 0.5);
        runs.Average().Should().BeInRange(0, 0.15);
    }

    [Fact]
    public void A_lanes_own_times_are_taken_to_be_as_alike_as_they_were_on_the_quiet_day_and_seconds_apart_on_the_noisy_one()
    {
        double[] cases = [.. MeasuredRounds.NoisyDay.To(Lane.NativePortable).GroupBy(series => series.Case).Select(one => MeasuredNoise.CorrelationAbout([[.. one.SelectMany(series => series.Rounds.Select(round => round.Upper))]]))];

        Math.Exp(-1 / RoundAutocorrelation.OfTimes.Scale).Should().BeApproximately(MeasuredNoise.LikenessOfTimes, 1e-12);
        cases.Average().Should().BeApproximately(MeasuredNoise.LikenessOfTimes, 0.1);
    }

    [Fact]
    public void Minutes_apart_on_a_noisy_day_a_lanes_own_times_are_not_like_the_ones_before_either()
    {
        var (value, error) = MeasuredNoise.Correlation(MeasuredRounds.DecisionRun.To(Lane.NativePortable).Select(
            series => (MeasuredRounds.JobOf(series.Case), (double[])[.. series.Rounds.Select(round => round.Upper)])));

        (value - error).Should().BeLessThan(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(MeasuredNoise.Likeness)]
    public void The_correlation_of_short_series_is_found_where_it_is_known(double correlation)
    {
        const int Series = 20_000;
        var random = new Random(4711);
        var drawn = Enumerable.Range(0, Series).Select(number =>
        {
            var chain = Draw.Chain(random, correlation);
            return ($"{number}", (double[])[.. Enumerable.Range(0, 6).Select(_ => chain())]);
        });

        // Kendall's correction is of the first order: of series of six it leaves a tenth of what there is.
        MeasuredNoise.Correlation(drawn).Value.Should().BeApproximately(correlation, 0.01 + (0.2 * correlation));
    }

    [Fact]
    public void Series_without_any_scatter_say_nothing_of_it()
    {
        MeasuredNoise.Correlation([("still", [1, 1, 1, 1, 1, 1]), ("one", [1, 2, 1, 2, 1, 2]), ("other", [1, 2, 1, 2, 1, 2])]).Value.Should().BeLessThan(-0.9);
    }

    private static (double Value, double Error) Ratios(MeasuredRounds rounds, Lane baseline) =>
        MeasuredNoise.Correlation(rounds.To(baseline).Select(series => (MeasuredRounds.JobOf(series.Case), (double[])[.. series.Ratios])));

    private static double[] Modules(Lane baseline) =>
    [
        .. MeasuredRounds.NoisyDay.To(baseline).Where(series => series.Case.Contains('+')).GroupBy(series => series.Case)
            .Select(one => MeasuredNoise.CorrelationAbout([.. one.Select(series => (double[])[.. series.Ratios])])),
    ];
}
