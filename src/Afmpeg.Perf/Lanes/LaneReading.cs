namespace Afmpeg.Perf.Lanes;

/// <summary>What one run of a job told.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it did not end well; null when it did.</param>
/// <param name="Phases">Its parts.</param>
/// <param name="Usage">The kernel's accounting; null where the process never started or was killed.</param>
public sealed record LaneReading(Outcome Outcome, string? Reason, Phases Phases, ProcessUsage? Usage)
{
    /// <summary>A run that did not end well.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="usage">The kernel's accounting, where there is any.</param>
    /// <returns>The reading.</returns>
    public static LaneReading Failed(string reason, ProcessUsage? usage = null) => new(Outcome.Failed, reason, Phases.None, usage);

    /// <summary>A run that was killed at its limit.</summary>
    /// <param name="limit">The limit.</param>
    /// <returns>The reading.</returns>
    public static LaneReading PastLimit(TimeSpan limit) => new(Outcome.TimedOut, $"killed after its limit of {limit.TotalSeconds:0} s", Phases.None, null);

    /// <summary>The same run, which the machine disturbed, so that it says nothing; its times are kept as evidence.</summary>
    /// <param name="reason">What disturbed it.</param>
    /// <returns>The reading.</returns>
    public LaneReading Void(string reason) => this with { Outcome = Outcome.Voided, Reason = Reason is null ? reason : $"{reason} ({Reason})" };
}
