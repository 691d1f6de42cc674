using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>What became of one mutant on one lane.</summary>
/// <param name="Seed">What the mutant was made by.</param>
/// <param name="Kind">Its damage.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Reading">How the run ended.</param>
/// <param name="Strayed">Files that changed although no run may touch them.</param>
public sealed record HostileRun(int Seed, string Kind, string Lane, LaneReading Reading, ImmutableArray<string> Strayed)
{
    /// <summary>An end that nobody foresaw: none may be.</summary>
    public const string Undeclared = "undeclared";

    /// <summary>Every end that is declared.</summary>
    public static readonly ImmutableArray<string> Ends = ["clean error", "succeeded", "trap", "killed by signal", "timed out", "wrote too much"];

    // What each engine says of a trap; a clean error is FFmpeg's own exit status.
    private static readonly string[] TrapWords = ["trap:", "RuntimeError", "RangeError", "wasm error:", "wasm stack trace"];

    /// <summary>How it ended, one of <see cref="Ends"/> or <see cref="Undeclared"/>.</summary>
    public string End => Reading switch
    {
        { Outcome: Outcome.Ok } => "succeeded",
        { Outcome: Outcome.TimedOut } => "timed out",
        { Reason: { } reason } when reason.StartsWith("killed after writing", StringComparison.Ordinal) => "wrote too much",
        { Reason: { } reason } when reason.StartsWith("ended by signal", StringComparison.Ordinal) => "killed by signal",
        { Reason: { } reason } when TrapWords.Any(word => reason.Contains(word, StringComparison.Ordinal)) => "trap",
        { Reason: { } reason } when reason.StartsWith("exit status", StringComparison.Ordinal) => "clean error",
        _ => Undeclared,
    };
}
