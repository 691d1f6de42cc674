using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class StudentRules
{
    // R. A. Fisher and F. Yates, Statistical Tables, table III: one-sided 0.0005 and 0.025.
    [Theory]
    [InlineData(1, 0.0005, 636.619)]
    [InlineData(2, 0.0005, 31.599)]
    [InlineData(5, 0.0005, 6.869)]
    [InlineData(30, 0.0005, 3.646)]
    [InlineData(1, 0.025, 12.706)]
    [InlineData(10, 0.025, 2.228)]
    [InlineData(120, 0.025, 1.980)]
    public void Quantiles_are_the_published_ones(int degrees, double chance, double published) =>
        Student.Quantile(degrees, chance).Should().BeApproximately(published, 0.0005);

    // One degree is Cauchy's distribution, the tail of two is a root: both have a formula. MathNet finds no quantile beyond 800.
    [Theory]
    [InlineData(0.45)]
    [InlineData(0.05)]
    [InlineData(0.0004)]
    [InlineData(0.002 / 1285 / 3 / 2)]
    [InlineData(1e-20)]
    [InlineData(1e-60)]
    public void Small_chances_have_the_quantiles_of_the_formulas(double chance)
    {
        ShouldBe(Student.Quantile(1, chance), 1 / Math.Tan(Math.PI * chance));
        ShouldBe(Student.Quantile(2, chance), (1 - (2 * chance)) / Math.Sqrt(2 * chance * (1 - chance)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(31)]
    [InlineData(1e4)]
    [InlineData(7e9)]
    public void Far_tails_have_the_chances_of_the_formulas(double t)
    {
        var root = Math.Sqrt(2 + (t * t));

        ShouldBe(Student.ChanceAbove(1, t), t == 0 ? 0.5 : Math.Atan(1 / t) / Math.PI);
        ShouldBe(Student.ChanceAbove(2, t), 1 / (root * (root + t)));
        ShouldBe(Student.ChanceAbove(2, -t), 1 - (1 / (root * (root + t))));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(31)]
    [InlineData(1000)]
    public void A_quantile_is_exceeded_with_its_chance(int degrees)
    {
        foreach (var chance in (double[])[0.4, 0.01, 1e-6, 1e-20])
        {
            ShouldBe(Student.ChanceAbove(degrees, Student.Quantile(degrees, chance)), chance);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Only_a_chance_between_zero_and_one_half_has_a_quantile(double chance) =>
        FluentActions.Invoking(() => Student.Quantile(3, chance)).Should().Throw<ArgumentOutOfRangeException>();

    private static void ShouldBe(double actual, double expected) => actual.Should().BeApproximately(expected, 1e-11 * Math.Abs(expected));
}
