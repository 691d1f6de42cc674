using System.Diagnostics;
using Wasmtime;

namespace Afmpeg.Perf.Wasmtime;

/// <summary>Advances an engine's epoch from a thread of its own until it is disposed of.</summary>
internal sealed class EpochClock : IDisposable
{
    // As Spin does. Embedders choose between 1 and 100 ms; the interval bounds how late a guest is stopped, and costs the guest nothing:
    // it compares at every loop, however often the number changes.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly ManualResetEventSlim ended = new();
    private readonly Thread thread;

    public EpochClock(Engine engine)
    {
        thread = new Thread(() =>
        {
            var clock = Stopwatch.StartNew();
            for (long ticks = 0; !ended.Wait(Tick);)
            {
                // A thread wakes up late on a busy machine: it adds the ticks that it missed, so that the epoch follows the clock.
                for (; ticks < clock.Elapsed / Tick; ticks++)
                {
                    engine.IncrementEpoch();
                }
            }
        })
        { IsBackground = true };
        thread.Start();
    }

    /// <summary>The ticks after which a deadline has passed: one more than it has, since the first comes at any moment.</summary>
    public static ulong TicksOf(TimeSpan deadline) => (ulong)Math.Ceiling(deadline / Tick) + 1;

    public void Dispose()
    {
        ended.Set();
        thread.Join();
        ended.Dispose();
    }
}
