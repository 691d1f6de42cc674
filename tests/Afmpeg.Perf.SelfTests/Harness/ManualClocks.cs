using Afmpeg.Perf.Hosts;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A machine's clocks that a rule moves.</summary>
public sealed class ManualClocks
{
    private ClockReading now = new(TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromDays(20_000));

    public ClockReading Read() => now;

    public ManualClocks Pass(double seconds) => Move(seconds, seconds, seconds);

    public ManualClocks Suspend(double seconds) => Move(0, seconds, seconds);

    public ManualClocks Set(double seconds) => Move(0, 0, seconds);

    private ManualClocks Move(double monotonic, double sinceBoot, double utc)
    {
        TimeSpan After(TimeSpan time, double seconds) => time + TimeSpan.FromSeconds(seconds);
        now = new ClockReading(After(now.Monotonic, monotonic), After(now.SinceBoot, sinceBoot), After(now.Utc, utc));
        return this;
    }
}
