using Afmpeg.Perf.Hosts;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A machine's clocks that a rule moves.</summary>
public sealed class ManualClocks
{
    private ClockReading now = new(TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromDays(20_000));

    public ClockReading Read() => now;

    /// <summary>Time passes.</summary>
    public ManualClocks Pass(double seconds) => Move(seconds, seconds, seconds);

    /// <summary>The machine is suspended.</summary>
    public ManualClocks Suspend(double seconds) => Move(0, seconds, seconds);

    /// <summary>Somebody sets the time.</summary>
    public ManualClocks Set(double seconds) => Move(0, 0, seconds);

    private ManualClocks Move(double monotonic, double sinceBoot, double utc)
    {
        now = new ClockReading(
            now.Monotonic + TimeSpan.FromSeconds(monotonic), now.SinceBoot + TimeSpan.FromSeconds(sinceBoot), now.Utc + TimeSpan.FromSeconds(utc));
        return this;
    }
}
