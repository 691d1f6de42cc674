using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Tests.Rules.Statistics;

public sealed class WelchDifferenceRules
{
    // W. S. Gosset ("Student"), Biometrika 6, 1908: the hours of sleep that two drugs gained.
    private static readonly double[] Dextro = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    private static readonly double[] Laevo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void Students_sleep_data_give_what_the_manual_of_R_prints()
    {
        // ?t.test: t = -1.8608, df = 17.776, p-value = 0.07939, 95 percent confidence interval -3.3654832 to 0.2054832.
        var difference = Of(Dextro, Laevo);

        (difference.Value / difference.StandardError).Should().BeApproximately(1.8608, 5e-5);
        difference.Freedom.Should().BeApproximately(17.776, 5e-4);
        difference.Chance.Should().BeApproximately(0.07939, 5e-6);
        var interval = difference.Interval(0.95);
        (interval.Low, interval.High).Should().BeEquivalentTo((-0.2054832, 3.3654832), options => options
            .Using<double>(number => number.Subject.Should().BeApproximately(number.Expectation, 5e-7)).WhenTypeIs<double>());
    }

    // "Welch's t-test" of rosettacode.org, whose programs in a dozen languages and R agree on these chances.
    [Theory]
    [InlineData("27.5 21.0 19.0 23.6 17.0 17.9 16.9 20.1 21.9 22.6 23.1 19.6 19.0 21.7 21.4", "27.1 22.0 20.8 23.4 23.4 23.5 25.8 22.0 24.8 20.2 21.9 22.1 22.9 20.5 24.4", 0.021378001462867)]
    [InlineData("17.2 20.9 22.6 18.1 21.7 21.4 23.5 24.2 14.7 21.8", "21.5 22.8 21.0 23.0 21.6 23.6 22.5 20.7 23.4 21.8 20.7 21.7 21.5 22.5 23.6 21.5 22.5 23.5 21.5 21.8", 0.148841696605327)]
    [InlineData("19.8 20.4 19.6 17.8 18.5 18.9 18.3 18.9 19.5 22.0", "28.2 26.6 20.1 23.3 25.2 22.1 17.7 27.6 20.6 13.7 23.2 17.5 20.6 18.0 23.9 21.6 24.3 20.4 24.0 13.2", 0.0359722710297968)]
    [InlineData("30.02 29.99 30.11 29.97 30.01 29.99", "29.89 29.93 29.72 29.98 30.02 29.98", 0.090773324285671)]
    [InlineData("3.0 4.0 1.0 2.1", "490.2 340.0 433.9", 0.010751561149785)]
    public void Published_samples_give_their_published_chances(string before, string after, double chance) =>
        Of(Numbers(before), Numbers(after)).Chance.Should().BeApproximately(chance, 1e-10);

    [Theory]
    [InlineData("", "1 2 3", "0 and 3 rounds")]
    [InlineData("1 2 3", "4", "3 and 1 rounds")]
    [InlineData("1 Infinity", "1 2", "not a finite number")]
    [InlineData("1 2", "NaN 2", "not a finite number")]
    public void What_supports_no_difference_says_why(string before, string after, string reason) =>
        WelchDifference.Of(Numbers(before), Numbers(after)).WhyNot.Should().Contain(reason);

    [Fact]
    public void Two_observations_on_each_side_are_enough_and_tell_little()
    {
        var difference = Of([1, 2], [3, 5]);

        difference.Freedom.Should().BeInRange(1, 2);
        difference.Interval(0.95).Low.Should().BeNegative();
    }

    [Theory]
    [InlineData("2 2 2", "2 2", 1)]
    [InlineData("2 2 2", "3 3", 0)]
    public void What_does_not_scatter_at_all_is_equal_or_different_for_certain(string before, string after, double chance)
    {
        var difference = Of(Numbers(before), Numbers(after));

        difference.Chance.Should().Be(chance);
        (difference.Interval(0.95).Low, difference.Interval(0.95).High).Should().Be((difference.Value, difference.Value));
    }

    [Fact]
    public void Shift_order_and_direction_change_only_what_they_must()
    {
        var (plain, shifted) = (Of(Dextro, Laevo), Of([.. Dextro.Select(hours => hours + 7)], [.. Laevo.Reverse().Select(hours => hours + 7)]));
        var turned = Of(Laevo, Dextro);

        shifted.Value.Should().BeApproximately(plain.Value, 1e-12);
        shifted.Chance.Should().BeApproximately(plain.Chance, 1e-12);
        turned.Value.Should().BeApproximately(-plain.Value, 1e-12);
        turned.Chance.Should().BeApproximately(plain.Chance, 1e-12);
    }

    [Fact]
    public void The_rounds_that_would_tell_are_the_fewest_whose_interval_is_that_narrow()
    {
        // Both variances are 0.0006: the standard error is 0.0346 / sqrt(n), and 1.771 of it (t of 0.95, 14 degrees) are 0.0217 for n = 8.
        var difference = new WelchDifference(0, 0.01, 10, 2 * 0.0006, 12);

        difference.RoundsToShow(0.0217, 0.05).Should().Be(8);
        difference.RoundsToShow(0.0215, 0.05).Should().Be(9);
        difference.RoundsToShow(0, 0.05).Should().BeNull("no number of rounds shows what lies on the bound");
        difference.RoundsToShow(0.0001, 0.05).Should().BeNull();
    }

    private static WelchDifference Of(IReadOnlyCollection<double> before, IReadOnlyCollection<double> after)
    {
        var reading = WelchDifference.Of(before, after);
        reading.TryGet(out var difference).Should().BeTrue(reading.WhyNot);
        return difference!;
    }

    private static double[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(double.Parse)];
}
