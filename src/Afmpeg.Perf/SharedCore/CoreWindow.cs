namespace Afmpeg.Perf.SharedCore;

/// <summary>
/// A window: several lanes run the same job again and again on one core at the same time (ADR 14). A line of windows.jsonl.
/// </summary>
/// <param name="Run">The id of the run that it belongs to.</param>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Host">The host's fingerprint.</param>
/// <param name="Job">The job's id.</param>
/// <param name="Number">Its number among the job's windows, from 1.</param>
/// <param name="Core">The core.</param>
/// <param name="Seconds">How long it lasted: until every lane had finished its last job.</param>
/// <param name="Shares">A share for each lane.</param>
public sealed record CoreWindow(
    string Run, DateTimeOffset At, string Host, string Job, int Number, int Core, double Seconds, ImmutableArray<CoreShare> Shares)
{
    /// <summary>The version of its fields.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of its fields.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The lane that failed, so that the window has no shares; null where all ran.</summary>
    public string? FailedLane { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Failure { get; init; }

    /// <summary>A lane's share; null where the window is without it.</summary>
    public CoreShare? Of(string lane) => Shares.FirstOrDefault(share => share.Lane == lane);
}

/// <summary>What one lane did within a window.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Jobs">Whole jobs that it finished, 1 or more.</param>
/// <param name="CpuSeconds">
/// Processor time per job in the execute phase, all threads of its process; null where its worker does not report it.
/// </param>
/// <param name="ProcessCpuSeconds">Processor time per job of the whole process, its start included.</param>
public sealed record CoreShare(string Lane, int Jobs, double? CpuSeconds, double ProcessCpuSeconds);
