using System.Diagnostics;
using Afmpeg.Perf.Hosts;

namespace Afmpeg.Perf.SelfTests.Rules.Hosts;

public sealed class ClockReadingRules
{
    private readonly ManualClocks clocks = new();

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(86_400)]
    public void Clocks_that_run_alike_void_nothing(double seconds) => Why(() => clocks.Pass(seconds)).Should().BeNull();

    [Theory]
    [InlineData(0.2, "the machine was suspended for 0.2 s")]
    [InlineData(31, "the machine was suspended for 31.0 s")]
    public void A_suspension_is_reported_with_its_length(double seconds, string why) =>
        Why(() => clocks.Pass(100).Suspend(seconds)).Should().Be(why);

    [Theory]
    [InlineData(1, 1.05, "the clock was set forward by 1.1 s")]
    [InlineData(1, 0.9, null)]
    [InlineData(1, -1.05, "the clock was set back by 1.1 s")]
    [InlineData(1, -0.9, null)]
    [InlineData(100, 1.95, null)]
    [InlineData(100, 2.05, "the clock was set forward by 2.1 s")]
    [InlineData(1, -3600, "the clock was set back by 3600.0 s")]
    public void A_jump_of_more_than_a_second_plus_one_percent_of_the_time_is_reported(double passed, double jump, string? why) =>
        Why(() => clocks.Pass(passed).Set(jump)).Should().Be(why);

    [Fact]
    public void This_machines_clocks_are_the_kernels()
    {
        var uptime = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0]);
        var begin = Stopwatch.GetTimestamp();

        var now = ClockReading.Now();

        var end = Stopwatch.GetTimestamp();
        now.Monotonic.Ticks.Should().BeInRange(Ticks(begin) - 1, Ticks(end) + 1, "a Stopwatch reads the same clock");
        now.SinceBoot.TotalSeconds.Should().BeGreaterThanOrEqualTo(uptime - 0.01);
        now.SinceBoot.Should().BeGreaterThanOrEqualTo(now.Monotonic - TimeSpan.FromMilliseconds(1));
        (DateTimeOffset.UnixEpoch + now.Utc).Should().BeOnOrBefore(DateTimeOffset.UtcNow);
        ClockReading.Now().SinceBoot.Should().BeGreaterThan(now.SinceBoot);
    }

    private static long Ticks(long timestamp) => timestamp / (Stopwatch.Frequency / TimeSpan.TicksPerSecond);

    private string? Why(Action meanwhile)
    {
        var begin = clocks.Read();
        meanwhile();
        return begin.WhyVoid(clocks.Read());
    }
}
