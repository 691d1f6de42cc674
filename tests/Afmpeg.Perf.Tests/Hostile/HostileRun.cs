using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.Tests.Hostile;

/// <summary>What became of one mutant on one lane.</summary>
/// <param name="Seed">What the mutant was made by.</param>
/// <param name="Kind">Its damage.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Reading">How the run ended.</param>
/// <param name="Strayed">Files that changed although no run may touch them.</param>
public sealed record HostileRun(int Seed, string Kind, string Lane, LaneReading Reading, ImmutableArray<string> Strayed)
{
    /// <summary>Every end that there is.</summary>
    public static readonly ImmutableArray<string> Ends = ["clean error", "succeeded", "trap", "killed by signal", "timed out"];

    // What each engine says of a trap; a clean error is FFmpeg's own exit status.
    private static readonly string[] TrapWords = ["trap:", "RuntimeError", "RangeError", "wasm error:", "wasm stack trace"];

    /// <summary>How it ended, one of <see cref="Ends"/>.</summary>
    public string End => Reading switch
    {
        { Outcome: Outcome.Ok } => "succeeded",
        { Outcome: Outcome.TimedOut } => "timed out",
        { Reason: { } reason } when reason.StartsWith("ended by signal", StringComparison.Ordinal) || reason.StartsWith("killed after", StringComparison.Ordinal) => "killed by signal",
        { Reason: { } reason } when TrapWords.Any(word => reason.Contains(word, StringComparison.Ordinal)) => "trap",
        _ => "clean error",
    };
}
