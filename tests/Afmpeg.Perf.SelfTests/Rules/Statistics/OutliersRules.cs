using Afmpeg.Perf.Statistics;
using MathNet.Numerics.Distributions;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class OutliersRules
{
    // C. Leys et al., "Detecting outliers: Do not use standard deviation around the mean, use absolute deviation around the median",
    // Journal of
    // Experimental Social Psychology 49 (2013), 764-766: the median is 7, 1.4826 times the MAD is 5.1891, and the mean plus three
    // standard deviations, 1179, would keep the last.
    private static readonly double[] Leys = [1, 3, 3, 6, 8, 10, 10, 1000];

    [Fact]
    public void The_example_of_Leys_has_its_published_scale()
    {
        Outliers.Scores(Leys).Should().SatisfyRespectively(
            Leys.Select(value => (Action<double>)(score => score.Should().BeApproximately((value - 7) / 5.1891, 1e-4 * Math.Abs(score)))));
        Outliers.Of(Leys).Should().Equal(7);
    }

    [Fact]
    public void Outliers_do_not_hide_each_other()
    {
        // Mean and standard deviation put both within two and a half deviations.
        Outliers.Of([2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3]).Should().Equal(8, 9);
    }

    [Theory]
    [InlineData(3.5, false)]
    [InlineData(3.51, true)]
    public void A_value_more_than_three_and_a_half_deviations_away_is_flagged(double deviations, bool flagged)
    {
        // Median 0, MAD 0.6745: one standard deviation.
        double[] observations = [-1, -0.6745, 0, 0, 0.6745, 1, deviations - 1e-9];

        Outliers.Scores(observations)[6].Should().BeApproximately(deviations, 1e-6);
        Outliers.Of(observations).Contains(6).Should().Be(flagged);
    }

    [Fact]
    public void Zero_one_two_or_equal_observations_have_no_outlier()
    {
        Outliers.Of([]).Should().BeEmpty();
        Outliers.Of([5]).Should().BeEmpty();
        Outliers.Of([5, 5000]).Should().BeEmpty("nobody can say which of them is far from the other");
        Outliers.Scores([2, 2, 2, 2]).Should().Equal(0, 0, 0, 0);
    }

    [Fact]
    public void If_most_observations_are_equal_the_mean_deviation_replaces_the_median_one()
    {
        // MAD 0, mean absolute deviation 1/7: (3 - 2) / (1.253314 / 7).
        Outliers.Scores([2, 2, 2, 2, 2, 2, 3])[6].Should().BeApproximately(5.585, 1e-3);
        Outliers.Of([2, 2, 2, 2, 2, 2, 3]).Should().Equal(6);
        Outliers.Of([2, 2, 2, 2, 1, 3, 4]).Should().BeEmpty("three of seven are no exception");
    }

    [Fact]
    public void Shift_scale_and_order_change_nothing()
    {
        Outliers.Of([.. Leys.Select(value => (value * -2.5) + 40)]).Should().Equal(7);
        Outliers.Of([.. Leys.Reverse()]).Should().Equal(0);
    }

    [Theory]
    [InlineData(7, 3.4)]
    [InlineData(14, 1.1)]
    public void Undisturbed_noise_is_flagged_as_often_as_the_documentation_says(int rounds, double percent)
    {
        var random = new Random(4711);
        const int Samples = 20_000;

        var flagged = Enumerable.Range(0, Samples).Sum(_ =>
            Outliers.Of([.. Enumerable.Range(0, rounds).Select(_ => Normal.Sample(random, 0, 1))]).Length);

        (100.0 * flagged / (Samples * rounds)).Should().BeApproximately(percent, 0.15);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_not_finite_is_refused(double value) =>
        FluentActions.Invoking(() => Outliers.Of([1, 2, value])).Should().Throw<ArgumentException>();
}
