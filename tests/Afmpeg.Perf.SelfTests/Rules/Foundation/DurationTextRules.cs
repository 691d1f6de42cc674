using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class DurationTextRules
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("1h2m3s", 3723)]
    [InlineData("0s", 0)]
    [InlineData("999999s", 999_999)]
    public void Hours_minutes_and_seconds_are_read(string text, int seconds)
    {
        DurationText.TryParse(text, out var duration).Should().BeTrue();
        duration.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("30m1h")]
    [InlineData("5 m")]
    [InlineData("5M")]
    [InlineData("5m\n")]
    [InlineData("99999999999h")]
    [InlineData("٥m")]
    public void Anything_else_is_not_a_duration(string text) => DurationText.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData(0.2, "1s")]
    [InlineData(90, "90s")]
    [InlineData(121, "3m")]
    [InlineData(420, "7m")]
    public void A_written_duration_can_be_read_back_and_is_never_less(double seconds, string text)
    {
        DurationText.ForOption(TimeSpan.FromSeconds(seconds)).Should().Be(text);
        DurationText.TryParse(text, out var read).Should().BeTrue();
        read.TotalSeconds.Should().BeGreaterThanOrEqualTo(seconds);
    }
}
