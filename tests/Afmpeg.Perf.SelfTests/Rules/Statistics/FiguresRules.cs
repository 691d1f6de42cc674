using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class FiguresRules
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1.00")]
    [InlineData(4.312, "4.31")]
    [InlineData(13.94, "13.9")]
    [InlineData(118.4, "118")]
    [InlineData(12345, "12345")]
    [InlineData(0.0312, "0.0312")]
    [InlineData(-4.312, "-4.31")]
    public void A_number_has_three_significant_figures(double number, string text) => Figures.Of(number).Should().Be(text);

    [Theory]
    [InlineData(0.9996, "1.00")]
    [InlineData(9.996, "10.0")]
    [InlineData(99.96, "100")]
    [InlineData(-9.996, "-10.0")]
    public void Rounding_up_to_the_next_power_of_ten_adds_no_figure(double number, string text) => Figures.Of(number).Should().Be(text);
}
