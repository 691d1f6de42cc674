using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class MeanIntervalRules
{
    // The hours of sleep gained by ten patients with one drug over another, in W. S. Gosset, Biometrika 6, 1908; R's t.test gives this
    // interval.
    private static readonly double[] Sleep = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];

    [Fact]
    public void The_published_example_has_its_interval()
    {
        var estimate = MeanInterval.Of(Sleep, 0.95).Known();

        (estimate.Value, estimate.Count).Should().Be((1.58, 10));
        estimate.Low.Should().BeApproximately(0.7001142, 1e-6);
        estimate.High.Should().BeApproximately(2.4598858, 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Fewer_than_three_observations_support_no_interval(int count) =>
        MeanInterval.Of(Sleep[..count], 0.95).Reason.Should().Contain("at least 3");

    [Fact]
    public void Three_windows_have_an_interval_at_the_level_of_a_large_family()
    {
        // 1,285 comparisons at three looks; two degrees of freedom have a formula for t, 1,388 here.
        const double Chance = 0.002 / 1285 / 3 / 2;
        var estimate = MeanInterval.Of([1, 2, 3], 1 - (2 * Chance)).Known();

        var reach = (1 - (2 * Chance)) / Math.Sqrt(2 * Chance * (1 - Chance)) / Math.Sqrt(3);
        estimate.High.Should().BeApproximately(2 + reach, 1e-6);
        estimate.Low.Should().BeApproximately(2 - reach, 1e-6);
    }

    [Fact]
    public void Equal_observations_are_known_exactly()
    {
        var estimate = MeanInterval.Of([2, 2, 2], 0.95).Known();
        (estimate.Low, estimate.High).Should().Be((2, 2));
    }

    [Fact]
    public void A_value_that_is_not_a_number_is_not_an_observation() => MeanInterval.Of([1, double.NaN, 2], 0.95).Reason.Should()
        .Contain("not a finite number");
}
