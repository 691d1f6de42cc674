using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class MeanTestRules
{
    // Hours of sleep gained by one drug over the other: Student, The probable error of a mean, Biometrika 6, 1908; R's data set sleep.
    private static readonly double[] Sleep = [1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4];

    [Fact]
    public void Students_own_example_has_its_published_chance()
    {
        // t = 4.0621 with 9 degrees of freedom; two-sided 0.002833.
        MeanTest.ChanceAbove(Sleep, 0).Should().BeApproximately(0.002833 / 2, 5e-7);
    }

    [Fact]
    public void A_wider_error_divides_the_statistic()
    {
        // Half as far away is as likely as an error twice as large.
        MeanTest.ChanceAbove(Sleep, 0, inflation: 2).Should().BeApproximately(MeanTest.ChanceAbove(Sleep, Sleep.Average() / 2), 1e-12);
    }

    [Fact]
    public void At_the_mean_itself_both_sides_are_equally_likely() =>
        MeanTest.ChanceAbove(Sleep, Sleep.Average()).Should().BeApproximately(0.5, 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fewer_than_two_observations_are_no_evidence(int count) =>
        MeanTest.ChanceAbove([.. Enumerable.Repeat(5.0, count)], 0).Should().Be(1);

    [Fact]
    public void Two_observations_agree_with_Cauchys_distribution()
    {
        // One degree of freedom: mean 2, standard error 1, a quarter more than the arc tangent of 2 by pi.
        MeanTest.ChanceAbove([1, 3], 0).Should().BeApproximately(0.5 - (Math.Atan(2) / Math.PI), 1e-12);
    }

    [Fact]
    public void A_chance_of_two_in_ten_to_the_twentieth_is_not_rounded_to_zero()
    {
        // Two degrees of freedom: t is root 3 by the deviation, and the tail so far out 1 / (2 t^2).
        const double Deviation = 3.5e-10;

        MeanTest.ChanceAbove([1 - Deviation, 1, 1 + Deviation], 0).Should().BeApproximately(Deviation * Deviation / 6, 1e-25)
            .And.BeApproximately(2e-20, 1e-21);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Observations_that_are_not_finite_are_no_evidence(double odd)
    {
        MeanTest.ChanceAbove([3, 4, odd], 0).Should().Be(1);
        FewRounds.ChanceAbove([3, 4, odd], 0).Should().Be(1);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    public void Observations_without_spread_are_either_beyond_the_bound_or_not(double bound, double chance) =>
        MeanTest.ChanceAbove([3, 3, 3, 3], bound).Should().Be(chance);

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(14)]
    public void It_depends_on_neither_order_nor_unit_nor_origin(int count)
    {
        var random = new Random(count);
        for (var sample = 0; sample < 200; sample++)
        {
            double[] values = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
            double[] shuffled = [.. values];
            random.Shuffle(shuffled);
            var (shift, factor, chance) = (random.NextDouble(), 0.1 + random.NextDouble(), MeanTest.ChanceAbove(values, 0.5));

            MeanTest.ChanceAbove(shuffled, 0.5).Should().BeApproximately(chance, 1e-9);
            MeanTest.ChanceAbove([.. values.Select(value => (factor * value) + shift)], (factor * 0.5) + shift)
                .Should().BeApproximately(chance, 1e-9);
            MeanTest.ChanceAbove([.. values.Select(value => -value)], -0.5).Should().BeApproximately(1 - chance, 1e-9);
        }
    }
}
