using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

/// <summary>How numbers and their intervals are printed and rescaled.</summary>
public sealed class FiguresRules
{
    private static readonly Estimate Sample = new(4.312, 4.1, 4.618, 6, 0.96875);

    [Fact]
    public void An_estimate_on_another_scale_keeps_count_and_level() =>
        Sample.Map(value => value * 2).Should().Be(new Estimate(8.624, 8.2, 9.236, 6, 0.96875));

    [Fact]
    public void An_inflated_interval_keeps_its_value_and_widens_by_that_factor_on_the_log_scale()
    {
        new Estimate(4, 2, 8, 6, 0.97).Inflated(2).Should().Be(new Estimate(4, 1, 16, 6, 0.97));
        Sample.Inflated(1).Should().Be(Sample);
    }

    [Fact]
    public void An_estimate_is_written_with_its_interval() => Sample.ToString().Should().Be("4.31 [4.10, 4.62]");

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1.00")]
    [InlineData(4.312, "4.31")]
    [InlineData(13.94, "13.9")]
    [InlineData(118.4, "118")]
    [InlineData(12345, "12345")]
    [InlineData(0.0312, "0.0312")]
    [InlineData(-4.312, "-4.31")]
    [InlineData(0.9996, "1.00")]
    [InlineData(9.996, "10.0")]
    [InlineData(99.96, "100")]
    [InlineData(-9.996, "-10.0")]
    public void A_number_has_three_significant_figures_rounded_up_to_a_power_of_ten_too(double number, string text) => Figures.Of(number)
        .Should().Be(text);
}
