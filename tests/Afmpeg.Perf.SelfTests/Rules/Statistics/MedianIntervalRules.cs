using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using MathNet.Numerics.Distributions;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class MedianIntervalRules
{
    // "Table A.7: Confidence Intervals for the Population Median", p. 656 (reprinted at coursehero.com/file/5646626/A7): of each n the
    // narrowest interval of at least 95 %. Levels are the table's, in per cent with one decimal.
    [Theory]
    [InlineData(6, 1, 6, 96.9)]
    [InlineData(7, 1, 7, 98.4)]
    [InlineData(8, 1, 8, 99.2)]
    [InlineData(9, 2, 8, 96.1)]
    [InlineData(10, 2, 9, 97.9)]
    [InlineData(11, 2, 10, 98.8)]
    [InlineData(12, 3, 10, 96.1)]
    [InlineData(13, 3, 11, 97.8)]
    [InlineData(15, 4, 12, 96.5)]
    [InlineData(16, 4, 13, 97.9)]
    [InlineData(17, 5, 13, 95.1)]
    [InlineData(18, 5, 14, 96.9)]
    [InlineData(19, 5, 15, 98.1)]
    [InlineData(20, 6, 15, 95.9)]
    public void Its_ranks_and_level_match_the_published_table(int n, int lower, int upper, double percent)
    {
        var estimate = Interval(Enumerable.Range(1, n).Select(rank => (double)rank));

        estimate.Low.Should().Be(lower);
        estimate.High.Should().Be(upper);
        estimate.Count.Should().Be(n);
        (estimate.Level * 100).Should().BeApproximately(percent, 0.05 + 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Too_few_observations_support_no_interval(int n)
    {
        MedianInterval.Of([.. Enumerable.Range(1, n).Select(rank => (double)rank)]).Reason
            .Should().Be($"{CountText.Of(n, "round", "support")} no 95 % interval: at least 6 are needed");
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.75, 3)]
    [InlineData(0.90, 5)]
    [InlineData(0.95, MedianInterval.FewestFor95Percent)]
    [InlineData(0.99, 8)]
    public void The_fewest_observations_for_a_level_reach_it_and_one_fewer_does_not(double level, int fewest)
    {
        MedianInterval.FewestFor(level).Should().Be(fewest);
        MedianInterval.Of([.. Enumerable.Repeat(1.0, fewest)], level).Reason.Should().BeNull();
        MedianInterval.Of([.. Enumerable.Repeat(1.0, fewest - 1)], level).Reason.Should().NotBeNull();
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void An_observation_that_is_not_a_number_spoils_the_estimate(double odd) =>
        MedianInterval.Of([1, 2, 3, 4, 5, 6, odd]).Reason.Should().Be("an observation is not a finite number");

    [Fact]
    public void Ties_make_the_interval_no_wider_than_they_are()
    {
        var estimate = Interval([2, 2, 2, 2, 2, 2, 9]);

        (estimate.Low, estimate.Value, estimate.High).Should().Be((2, 2, 9), "seven observations need their whole range");
        Interval([5, 5, 5, 5, 5, 5]).Should().Be(new Estimate(5, 5, 5, 6, 0.96875));
    }

    [Fact]
    public void Order_does_not_matter_and_an_even_count_has_its_median_between_the_middle_two()
    {
        Interval([9, 1, 8, 2, 7, 3, 6, 4, 5]).Should().Be(Interval([1, 2, 3, 4, 5, 6, 7, 8, 9]));
        Interval([1, 2, 3, 5, 8, 13]).Value.Should().Be(4);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(12)]
    public void It_covers_the_true_median_as_often_as_it_says(int n)
    {
        // Times are skewed: a log-normal with median 1. Over 20000 intervals the share has a standard error below 0.0015.
        const int Intervals = 20_000;
        var random = new Random(4711);
        var claimed = 0.0;
        var covered = 0;
        for (var i = 0; i < Intervals; i++)
        {
            var estimate = Interval(Enumerable.Range(0, n).Select(_ => Math.Exp(Normal.Sample(random, 0, 1))));
            claimed = estimate.Level;
            covered += estimate.Low <= 1 && 1 <= estimate.High ? 1 : 0;
        }

        (covered / (double)Intervals).Should().BeApproximately(claimed, 0.006);
    }

    private static Estimate Interval(IEnumerable<double> observations) => MedianInterval.Of([.. observations]).Known();
}
