using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class PairedRatioRules
{
    private static readonly (double Upper, double Lower)[] Pairs = [(4.1, 1.0), (4.4, 1.1), (3.9, 0.9), (8.2, 2.1), (4.0, 1.0), (4.6, 1.0), (4.3, 1.1)];

    [Fact]
    public void A_constant_factor_is_found_exactly_whatever_the_host_drifts()
    {
        var ratio = Ratio([.. Enumerable.Range(1, 6).Select(drift => (4.0 * drift, (double)drift))]);

        ratio.Value.Should().BeApproximately(4, 1e-12, "the drift is in both lanes of a round");
        ratio.High.Should().BeApproximately(ratio.Low, 1e-12);
    }

    [Fact]
    public void The_unit_of_time_does_not_matter() =>
        ShouldEqual(Ratio([.. Pairs.Select(pair => (pair.Upper * 1000, pair.Lower * 1000))]), Ratio(Pairs));

    [Fact]
    public void The_order_of_rounds_does_not_matter() => ShouldEqual(Ratio([.. Pairs.Reverse()]), Ratio(Pairs));

    [Fact]
    public void A_factor_on_one_lane_is_a_factor_on_the_ratio() =>
        ShouldEqual(Ratio([.. Pairs.Select(pair => (pair.Upper * 3, pair.Lower))]), Ratio(Pairs).Map(value => value * 3));

    [Fact]
    public void Swapping_the_lanes_inverts_the_ratio_and_its_interval()
    {
        var there = Ratio(Pairs);
        var back = Ratio([.. Pairs.Select(pair => (pair.Lower, pair.Upper))]);

        ShouldEqual(back, there with { Value = 1 / there.Value, Low = 1 / there.High, High = 1 / there.Low });
    }

    [Fact]
    public void Two_lanes_that_are_one_have_a_ratio_of_one() =>
        ShouldEqual(Ratio([.. Pairs.Select(pair => (pair.Upper, pair.Upper))]), Ratio(Pairs) with { Value = 1, Low = 1, High = 1 });

    [Theory]
    [InlineData(0, 1, "a round's time is not above 0")]
    [InlineData(1, 0, "a round's time is not above 0")]
    [InlineData(0, 0, "a round's time is not above 0")]
    [InlineData(-1, 1, "a round's time is not above 0")]
    [InlineData(double.NaN, 1, "an observation is not a finite number")]
    public void A_pair_that_has_no_ratio_is_no_reading(double upper, double lower, string reason) =>
        PairedRatio.Of([.. Pairs, (upper, lower)]).Reason.Should().Be(reason);

    [Fact]
    public void No_pairs_are_no_reading() => PairedRatio.Of([]).Reason.Should().StartWith("0 rounds support no 95 % interval");

    private static Estimate Ratio((double, double)[] pairs)
    {
        var reading = PairedRatio.Of(pairs);
        reading.TryGet(out var estimate).Should().BeTrue(reading.Reason);
        return estimate!;
    }

    private static void ShouldEqual(Estimate actual, Estimate expected)
    {
        actual.Value.Should().BeApproximately(expected.Value, 1e-9);
        actual.Low.Should().BeApproximately(expected.Low, 1e-9);
        actual.High.Should().BeApproximately(expected.High, 1e-9);
        (actual.Count, actual.Level).Should().Be((expected.Count, expected.Level));
    }
}
