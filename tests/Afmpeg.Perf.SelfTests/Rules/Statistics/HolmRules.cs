using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class HolmRules
{
    public static TheoryData<double[], double[]> Published => new()
    {
        // R: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm").
        { [0.01, 0.02, 0.03, 0.04, 0.05], [0.05, 0.08, 0.09, 0.09, 0.09] },
        // R: p.adjust(c(0.001, 0.01, 0.02, 0.5), "holm").
        { [0.001, 0.01, 0.02, 0.5], [0.004, 0.03, 0.04, 0.5] },
        // Four hypotheses, in an order of their own: at 0.05 the first and the last are rejected (Wikipedia, Holm-Bonferroni method).
        { [0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02] },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Chances_are_adjusted_as_published(double[] chances, double[] adjusted) => ShouldEqual(Holm.Adjust(chances), adjusted);

    [Fact]
    public void A_single_test_needs_no_adjustment_and_no_tests_have_none()
    {
        Holm.Adjust([0.02]).Should().Equal(0.02);
        Holm.Adjust([]).Should().BeEmpty();
    }

    [Fact]
    public void Ties_are_adjusted_alike() => ShouldEqual(Holm.Adjust([0.01, 0.01, 0.01]), [0.03, 0.03, 0.03]);

    [Fact]
    public void No_adjusted_chance_exceeds_one_and_zero_stays_zero() => Holm.Adjust([0, 0.9, 0.9, 1]).Should().Equal(0, 1, 1, 1);

    [Fact]
    public void Adjusted_chances_keep_their_order_and_none_gets_smaller()
    {
        var random = new Random(4711);
        for (var family = 0; family < 200; family++)
        {
            double[] chances = [.. Enumerable.Range(0, 1 + random.Next(20)).Select(_ => Math.Pow(random.NextDouble(), 4))];
            var adjusted = Holm.Adjust(chances);

            adjusted.Zip(chances).Should().OnlyContain(pair => pair.First >= pair.Second
                && pair.First <= Math.Min(1, chances.Length * pair.Second) + 1e-15);
            adjusted.Zip(chances).OrderBy(pair => pair.Second).Select(pair => pair.First).Should().BeInAscendingOrder();
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void An_invalid_chance_is_refused_with_its_place(double odd) =>
        FluentActions.Invoking(() => Holm.Adjust([0.01, odd, 0.02]))
            .Should().Throw<ArgumentException>().WithMessage($"error chance 2 of 3 is {odd}; expected 0 to 1*");

    private static void ShouldEqual(IEnumerable<double> actual, double[] expected) =>
        actual.Should().Equal(expected, (one, other) => Math.Abs(one - other) < 1e-12);
}
