using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

/// <summary>Ratios and differences of two lanes over paired rounds.</summary>
public sealed class PairedRatioRules
{
    private static readonly (double Upper, double Lower)[] Pairs =
        [(4.1, 1.0), (4.4, 1.1), (3.9, 0.9), (8.2, 2.1), (4.0, 1.0), (4.6, 1.0), (4.3, 1.1)];

    [Fact]
    public void A_constant_factor_is_found_exactly_however_the_host_drifts()
    {
        var ratio = Ratio([.. Enumerable.Range(1, 6).Select(drift => (4.0 * drift, (double)drift))]);

        ratio.Value.Should().BeApproximately(4, 1e-12, "the drift is in both lanes of a round");
        ratio.High.Should().BeApproximately(ratio.Low, 1e-12);
    }

    [Fact]
    public void Neither_the_unit_of_time_nor_the_order_of_rounds_matters()
    {
        Ratio([.. Pairs.Select(pair => (pair.Upper * 1000, pair.Lower * 1000))]).ShouldEqual(Ratio(Pairs));
        Ratio([.. Pairs.Reverse()]).ShouldEqual(Ratio(Pairs));
    }

    [Fact]
    public void A_factor_on_one_lane_is_a_factor_on_the_ratio_and_swapping_the_lanes_inverts_it()
    {
        var ratio = Ratio(Pairs);

        Ratio([.. Pairs.Select(pair => (pair.Upper * 3, pair.Lower))]).ShouldEqual(ratio.Map(value => value * 3));
        Ratio([.. Pairs.Select(pair => (pair.Lower, pair.Upper))]).ShouldEqual(ratio with
        {
            Value = 1 / ratio.Value,
            Low = 1 / ratio.High,
            High = 1 / ratio.Low
        });
        Ratio([.. Pairs.Select(pair => (pair.Upper, pair.Upper))]).ShouldEqual(ratio with { Value = 1, Low = 1, High = 1 });
    }

    [Theory]
    [InlineData(0, 1, "a round's time is not above 0")]
    [InlineData(1, 0, "a round's time is not above 0")]
    [InlineData(-1, 1, "a round's time is not above 0")]
    [InlineData(double.NaN, 1, "an observation is not a finite number")]
    public void A_pair_without_a_ratio_gives_no_reading(double upper, double lower, string reason) =>
        PairedRatio.Of([.. Pairs, (upper, lower)]).Reason.Should().Be(reason);

    [Fact]
    public void A_difference_is_the_pseudo_median_of_the_rounds_and_may_be_below_zero()
    {
        (double, double)[] pairs = [(4.5, 1), (4.25, 1), (5, 1), (4, 1), (6, 1), (4.75, 1)];

        PairedDifference.Of(pairs).Known().Should().Be(new Estimate(3.625, 3, 5, 6, 0.96875));
        PairedDifference.Of(pairs.Select(pair => (pair.Item2, pair.Item1))).Known().Should().Be(new Estimate(-3.625, -5, -3, 6, 0.96875));
        PairedDifference.Of(Enumerable.Range(1, 6).Select(drift => (2.5 + drift, 1.0 + drift))).Known()
            .Should().Be(new Estimate(1.5, 1.5, 1.5, 6, 0.96875), "what a round adds to both cancels");
        PairedDifference.Of([.. pairs, (double.PositiveInfinity, double.PositiveInfinity)]).Reason.Should()
            .Be("an observation is not a finite number");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Too_few_rounds_give_no_reading(int count)
    {
        PairedRatio.Of(Pairs.Take(count)).Reason.Should().Contain("no 95 % interval");
        PairedDifference.Of(Pairs.Take(count)).Reason.Should().Contain("no 95 % interval");
    }

    private static Estimate Ratio((double, double)[] pairs) => PairedRatio.Of(pairs).Known();
}
