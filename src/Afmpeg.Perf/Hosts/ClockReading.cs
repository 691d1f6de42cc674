using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Afmpeg.Perf.Hosts;

/// <summary>The machine's three clocks at one moment: a suspension stops one of them, and setting the time moves another.</summary>
/// <param name="Monotonic">CLOCK_MONOTONIC, which times are measured on: it stands still while the machine is suspended.</param>
/// <param name="SinceBoot">CLOCK_BOOTTIME: the same, but it goes on then.</param>
/// <param name="Utc">CLOCK_REALTIME, since 1970: it goes on then, too, and setting the time moves it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClockReading(TimeSpan Monotonic, TimeSpan SinceBoot, TimeSpan Utc)
{
    private const int RealTime = 0;
    private const int MonotonicTime = 1;
    private const int BootTime = 7;

    // The clocks are read one after the other, and this process may have to wait between them.
    private static readonly TimeSpan ShortestSuspension = TimeSpan.FromSeconds(0.1);

    // A time daemon may slew the clock by a twentieth of a percent (adjtimex(2)).
    private static readonly TimeSpan SmallestJump = TimeSpan.FromSeconds(1);
    private const double SmallestJumpShare = 0.01;

    /// <summary>Reads them.</summary>
    public static ClockReading Now() => new(Read(MonotonicTime), Read(BootTime), Read(RealTime));

    /// <summary>Why what was measured between two readings says nothing.</summary>
    /// <returns>The reason; null where the clocks went alike.</returns>
    public string? WhyVoid(ClockReading end)
    {
        var passed = end.SinceBoot - SinceBoot;
        var suspended = passed - (end.Monotonic - Monotonic);
        var jump = end.Utc - Utc - passed;
        var isJump = jump.Duration() > SmallestJump + (passed * SmallestJumpShare);
        return suspended > ShortestSuspension ? $"the machine was suspended for {suspended.TotalSeconds:0.0} s"
            : isJump ? $"the clock was set {(jump > TimeSpan.Zero ? "forward" : "back")} by {jump.Duration().TotalSeconds:0.0} s"
            : null;
    }

    private static TimeSpan Read(int clock) => ClockGetTime(clock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
        : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [DllImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out TimeSpecification time);

    // struct timespec
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpecification
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
