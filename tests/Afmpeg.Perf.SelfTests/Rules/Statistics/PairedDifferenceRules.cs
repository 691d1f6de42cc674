using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class PairedDifferenceRules
{
    private static readonly (double, double)[] Pairs = [(4.5, 1), (4.25, 1), (5, 1), (4, 1), (6, 1), (4.75, 1)];

    [Fact]
    public void It_is_the_median_of_the_rounds_with_its_exact_interval()
    {
        PairedDifference.Of(Pairs).TryGet(out var difference).Should().BeTrue();

        difference.Should().Be(new Estimate(3.625, 3, 5, 6, 0.96875));
    }

    [Fact]
    public void What_a_round_adds_to_both_cancels()
    {
        PairedDifference.Of(Enumerable.Range(1, 6).Select(drift => (2.5 + drift, 1.0 + drift))).TryGet(out var difference).Should().BeTrue();

        difference.Should().Be(new Estimate(1.5, 1.5, 1.5, 6, 0.96875));
    }

    [Fact]
    public void A_difference_may_be_below_zero()
    {
        PairedDifference.Of(Pairs.Select(pair => (pair.Item2, pair.Item1))).TryGet(out var difference).Should().BeTrue();

        difference.Should().Be(new Estimate(-3.625, -5, -3, 6, 0.96875));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Too_few_rounds_are_no_reading(int count) =>
        PairedDifference.Of(Pairs.Take(count)).Reason.Should().StartWith($"{CountText.Of(count, "round", "support")} no 95 % interval");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_time_that_is_no_number_is_no_reading(double odd)
    {
        PairedDifference.Of([.. Pairs, (odd, 1)]).Reason.Should().Be("an observation is not a finite number");
        PairedDifference.Of([.. Pairs, (odd, odd)]).Reason.Should().Be("an observation is not a finite number");
    }
}
