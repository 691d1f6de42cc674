namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A clock that a test moves.</summary>
public sealed class ManualClock : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    public TimeSpan Now => TimeSpan.FromTicks(ticks);

    public void Move(TimeSpan by) => ticks += by.Ticks;

    public override long GetTimestamp() => ticks;
}
