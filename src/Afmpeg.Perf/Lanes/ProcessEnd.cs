using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>How a measured process ended.</summary>
/// <param name="ExitCode">Its exit status; null where a signal or the time limit ended it.</param>
/// <param name="Signal">The signal that ended it; null where none did.</param>
/// <param name="TimedOut">Whether it ran into its time limit.</param>
/// <param name="Usage">The kernel's accounting; null where it was killed at its limit.</param>
/// <param name="ErrorTail">The end of what it wrote to standard error.</param>
public sealed record ProcessEnd(int? ExitCode, int? Signal, bool TimedOut, ProcessUsage? Usage, string ErrorTail)
{
    // As Linux numbers them on the processors that .NET runs on.
    private const int Kill = 9;
    private const int FileTooLarge = 25;

    /// <summary>The limit of output that it went beyond, and was killed for; null where it kept to it.</summary>
    public ByteCount? BeyondOutput { get; init; }

    /// <summary>
    /// Whether the kernel killed a process of this machine because it, or a control group, was out of memory while the command ran.
    /// </summary>
    public bool RanOutOfMemory { get; init; }

    /// <summary>The reading of a lane whose process ended so.</summary>
    public LaneReading ToReading(Func<ProcessUsage, Phases> phases, TimeSpan limit) => this switch
    {
        { TimedOut: true } => LaneReading.PastLimit(limit),
        { BeyondOutput: { } most } => LaneReading.Failed($"killed after writing more than {most}: {ErrorTail}", Usage),
        { Signal: { } signal } => LaneReading.Failed($"ended by signal {signal}{Meaning(signal)}: {ErrorTail}", Usage),
        { ExitCode: not 0 } => LaneReading.Failed($"exit status {ExitCode}: {ErrorTail}", Usage),
        { Usage: { } usage } => new LaneReading(Outcome.Ok, null, phases(usage), usage),
        _ => LaneReading.Failed("no accounting of the process"),
    };

    private string Meaning(int signal) => signal switch
    {
        Kill when RanOutOfMemory => ", while the kernel killed a process of this machine because it was out of memory",
        FileTooLarge => ", a file larger than the shell's limit allows (ulimit -f)",
        _ => "",
    };
}
