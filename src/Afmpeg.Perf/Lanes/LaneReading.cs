using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>The reading of one run of a job.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it did not end well; null when it did.</param>
/// <param name="Phases">Its parts.</param>
/// <param name="Usage">The kernel's accounting; null where the process never started or was killed.</param>
public sealed record LaneReading(Outcome Outcome, string? Reason, Phases Phases, ProcessUsage? Usage)
{
    /// <summary>A run that did not end well.</summary>
    public static LaneReading Failed(string reason, ProcessUsage? usage = null) => new(Outcome.Failed, reason, Phases.None, usage);

    /// <summary>A run that was killed at its limit.</summary>
    public static LaneReading PastLimit(TimeSpan limit) =>
        new(Outcome.TimedOut, $"killed after its limit of {limit.TotalSeconds:0} s", Phases.None, null);

    /// <summary>The same run, which the machine disturbed, so that it says nothing; its times are kept as evidence.</summary>
    public LaneReading Void(string reason) =>
        this with { Outcome = Outcome.Voided, Reason = Reason is null ? reason : $"{reason} ({Reason})" };
}

/// <summary>How one run of a job ended.</summary>
public enum Outcome
{
    /// <summary>It ended well and its output is right.</summary>
    Ok,

    /// <summary>It ended badly, or its output is wrong; the reason says which.</summary>
    Failed,

    /// <summary>It ran into its time limit and was killed.</summary>
    TimedOut,

    /// <summary>The machine was suspended or its clock was set meanwhile: neither its times nor its end say anything of the lane.</summary>
    Voided,
}

/// <summary>The kernel's accounting of one process alone.</summary>
/// <param name="Wall">From just before its start to just after its end, on the monotonic clock.</param>
/// <param name="User">CPU time in user mode, all its threads.</param>
/// <param name="System">CPU time in the kernel.</param>
/// <param name="PeakResident">The largest resident set that it had.</param>
public sealed record ProcessUsage(TimeSpan Wall, TimeSpan User, TimeSpan System, ByteCount PeakResident);
