using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class BreakEvenRules
{
    // 1 MB more over 8 Mbit/s is one second more.
    private const long Extra = 1_000_000;
    private const double Rate = 8_000_000;

    [Fact]
    public void A_larger_and_faster_module_pays_off_once_it_has_saved_its_download_time()
    {
        var even = Even(Extra, Ratio(1.25, 1.2, 1.5));

        even.Kind.Should().Be(BreakEvenKind.From);
        var seconds = even.Seconds.Known();
        seconds.Value.Should().BeApproximately(5, 1e-12, "5 s become 4 s");
        seconds.Low.Should().BeApproximately(3, 1e-12, "at best 3 s become 2 s");
        seconds.High.Should().BeApproximately(6, 1e-12, "at worst 6 s become 5 s");
        (seconds.Count, seconds.Level).Should().Be((6, 0.96875));
    }

    [Fact]
    public void A_smaller_and_slower_module_is_ahead_until_it_has_lost_its_lead()
    {
        var even = Even(-Extra, Ratio(0.8, 0.5, 0.9));

        even.Kind.Should().Be(BreakEvenKind.Until);
        var seconds = even.Seconds.Known();
        seconds.Value.Should().BeApproximately(4, 1e-12, "4 s become 5 s");
        seconds.Low.Should().BeApproximately(1, 1e-12, "at worst 1 s becomes 2 s");
        seconds.High.Should().BeApproximately(9, 1e-12, "at best 9 s become 10 s");
    }

    [Theory]
    [InlineData(Extra, 0.9, 0.8, 0.95, BreakEvenKind.Never)]
    [InlineData(Extra, 1, 1, 1, BreakEvenKind.Never)]
    [InlineData(0, 0.9, 0.8, 1, BreakEvenKind.Never)]
    [InlineData(0, 1, 1, 1, BreakEvenKind.Never)]
    [InlineData(0, 1.2, 1.1, 1.3, BreakEvenKind.Always)]
    [InlineData(-Extra, 1.2, 1.1, 1.3, BreakEvenKind.Always)]
    [InlineData(-Extra, 1, 1, 1, BreakEvenKind.Always)]
    [InlineData(Extra, 1.1, 0.9, 1.3, BreakEvenKind.Undecided)]
    [InlineData(Extra, 1.1, 1, 1.3, BreakEvenKind.Undecided)]
    [InlineData(0, 1.1, 0.9, 1.3, BreakEvenKind.Undecided)]
    [InlineData(-Extra, 0.95, 0.9, 1, BreakEvenKind.Undecided)]
    public void Without_a_break_even_time_there_is_a_reason(long extra, double value, double low, double high,
        BreakEvenKind kind)
    {
        var even = Even(extra, Ratio(value, low, high));

        even.Kind.Should().Be(kind);
        even.Seconds.Reason.Should().StartWith(kind switch
        {
            BreakEvenKind.Always => "always ahead",
            BreakEvenKind.Never => "never pays",
            _ => $"left open: {Ratio(value, low, high)}",
        });
    }

    [Fact]
    public void Twice_the_connection_speed_halves_the_time() =>
        BreakEven.Of(Extra, 2 * Rate, Ratio(1.25, 1.2, 1.5)).Known().Seconds.Known().Value.Should().BeApproximately(2.5, 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_invalid_connection_rate_gives_no_reading(double rate) =>
        BreakEven.Of(Extra, rate, Ratio(1.25, 1.2, 1.5)).Reason.Should().Be("the connection's rate is not a finite number above 0");

    [Theory]
    [InlineData(1, 0, 2)]
    [InlineData(1, -1, 2)]
    [InlineData(1, double.NaN, 2)]
    [InlineData(double.NaN, 1, 2)]
    [InlineData(1, 1, double.PositiveInfinity)]
    public void An_invalid_ratio_gives_no_reading(double value, double low, double high) =>
        BreakEven.Of(Extra, Rate, Ratio(value, low, high)).Reason.Should().Be("the speed ratio is not of finite numbers above 0");

    private static Estimate Ratio(double value, double low, double high) => new(value, low, high, 6, 0.96875);

    private static BreakEven Even(long extraBytes, Estimate ratio) => BreakEven.Of(extraBytes, Rate, ratio).Known();
}
