using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.SelfTests.Simulation;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Simulation;

/// <summary>The recorded rounds have the noise that the simulation takes them to have.</summary>
public sealed class MeasuredNoiseRules
{
    public static TheoryData<string> Baselines => TheoryRows.Of([Lane.Native.Name, Lane.NativePortable.Name]);

    [Fact]
    public void The_simulated_scatter_matches_the_quiet_and_the_noisy_day() => NoiseModels.Normal.Spreads.Should().Equal(
        [0.027, 0.055, 0.085, 0.126, 0.171],
        "medians of the quiet day to native-portable and to native, its 90 % quantile to native; then the noisy day's two to native");

    [Fact]
    public void On_the_noisy_day_multiples_of_native_portable_scatter_about_as_much_as_those_of_native()
    {
        Math.Round(MeasuredRounds.NoisyDay.Scatter(Lane.NativePortable, 0.5), 3).Should().Be(0.117);
        Math.Round(MeasuredRounds.NoisyDay.Scatter(Lane.NativePortable, 0.9), 3).Should().Be(0.164);
    }

    [Theory]
    [MemberData(nameof(Baselines))]
    public void The_autocorrelation_of_the_quiet_days_ratios_is_within_what_is_simulated(string baseline)
    {
        var (value, error) = Ratios(MeasuredRounds.QuietDay, baseline);

        value.Should().BeInRange(0.05, MeasuredNoise.Likeness);
        (value + error).Should().BeInRange(MeasuredNoise.Likeness, 0.30, "0.30 is simulated, too, beyond the promise");
    }

    [Theory]
    [MemberData(nameof(Baselines))]
    public void Ratios_of_rounds_that_lie_minutes_apart_are_not_autocorrelated_even_on_a_noisy_day(string baseline)
    {
        var (value, error) = Ratios(MeasuredRounds.DecisionRun, baseline);

        (value - error).Should().BeLessThan(0);
    }

    [Fact]
    public void A_lanes_own_times_are_more_autocorrelated_than_its_ratios_because_the_host_drifts()
    {
        var (value, error) = Times(MeasuredRounds.QuietDay);

        value.Should().BeApproximately(MeasuredNoise.LikenessOfTimes, error);
    }

    [Fact]
    public void A_lanes_own_times_are_not_autocorrelated_if_they_lie_minutes_apart_on_a_noisy_day()
    {
        var (value, error) = Times(MeasuredRounds.DecisionRun);

        (value - error).Should().BeLessThan(0);
    }

    [Fact]
    public void On_the_noisy_day_multiples_of_native_are_autocorrelated_and_those_of_native_portable_are_not()
    {
        Modules(Lane.Native).Should().OnlyContain(correlation => correlation > MeasuredNoise.Likeness);
        Modules(Lane.NativePortable).Should().OnlyContain(correlation => Math.Abs(correlation) < 0.1);
    }

    [Fact]
    public void The_autocorrelation_of_multiples_of_native_fades_over_the_seconds_between_rounds_as_the_suite_assumes()
    {
        var day = MeasuredRounds.NoisyDay;
        double[][] cases =
            [.. day.To(Lane.Native).GroupBy(series => series.Case).Select(one => one.SelectMany(series => series.Ratios).ToArray())];
        foreach (var rounds in Enumerable.Range(1, 8))
        {
            var (share, scale) = (RoundAutocorrelation.OfMultiples.Share, RoundAutocorrelation.OfMultiples.Scale);
            var expected = share * Math.Exp(-rounds * day.SecondsApart / scale);

            cases.Average(one => MeasuredNoise.CorrelationAbout([one], rounds)).Should().BeApproximately(expected, 0.1, $"{rounds} apart");
        }
    }

    [Fact]
    public void Seven_rounds_about_their_own_mean_hardly_show_the_autocorrelation_of_seventy()
    {
        double[] runs =
        [
            .. MeasuredRounds.NoisyDay.To(Lane.Native).GroupBy(series => series.Run)
                .Select(run => MeasuredNoise.Correlation(run.Select(one => (one.Case, one.Ratios.ToArray()))).Value),
        ];

        runs.Should().HaveCount(10).And.OnlyContain(correlation => correlation > -0.15 && correlation < 0.5);
        runs.Average().Should().BeInRange(0, 0.15);
    }

    [Fact]
    public void The_suite_assumes_the_autocorrelation_of_both_days_for_a_lanes_own_times()
    {
        var cases = MeasuredRounds.NoisyDay.To(Lane.NativePortable).GroupBy(series => series.Case)
            .Select(one => MeasuredNoise.CorrelationAbout([[.. one.SelectMany(series => series.Rounds.Select(round => round.Upper))]]));

        Math.Exp(-1 / RoundAutocorrelation.OfTimes.Scale).Should().BeApproximately(MeasuredNoise.LikenessOfTimes, 1e-12);
        cases.Average().Should().BeApproximately(MeasuredNoise.LikenessOfTimes, 0.1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(MeasuredNoise.Likeness)]
    public void The_known_correlation_of_short_series_is_found(double correlation)
    {
        var random = new Random(4711);
        var drawn = Enumerable.Range(0, 20_000).Select(number =>
        {
            var chain = Draw.Chain(random, correlation);
            return ($"{number}", (double[])[.. Enumerable.Range(0, 6).Select(_ => chain())]);
        });

        // Kendall's correction is of the first order: of series of six it leaves a tenth of what there is.
        MeasuredNoise.Correlation(drawn).Value.Should().BeApproximately(correlation, 0.01 + (0.2 * correlation));
    }

    [Fact]
    public void Series_without_any_scatter_do_not_count()
    {
        double[] alternating = [1, 2, 1, 2, 1, 2];

        MeasuredNoise.Correlation([("still", [1, 1, 1, 1, 1, 1]), ("one", alternating), ("other", alternating)])
            .Value.Should().BeLessThan(-0.9);
    }

    private static (double Value, double Error) Ratios(MeasuredRounds rounds, string baseline) =>
        OfJobs(rounds.To(new[] { Lane.Native, Lane.NativePortable }.Single(lane => lane.Name == baseline)), series => series.Ratios);

    private static (double Value, double Error) Times(MeasuredRounds rounds) =>
        OfJobs(rounds.To(Lane.NativePortable), series => series.Rounds.Select(round => round.Upper));

    private static (double Value, double Error) OfJobs(IEnumerable<MeasuredSeries> all, Func<MeasuredSeries, IEnumerable<double>> values) =>
        MeasuredNoise.Correlation(all.Select(series => (MeasuredRounds.JobOf(series.Case), values(series).ToArray())));

    private static double[] Modules(Lane baseline) =>
    [
        .. MeasuredRounds.NoisyDay.To(baseline).Where(series => series.Case.Contains('+')).GroupBy(series => series.Case)
            .Select(one => MeasuredNoise.CorrelationAbout([.. one.Select(series => series.Ratios.ToArray())])),
    ];
}
