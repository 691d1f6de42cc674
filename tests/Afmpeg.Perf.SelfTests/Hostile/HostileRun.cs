using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>
/// What one mutant did on one lane. It was made from a seed, with one kind of damage; strayed are the files that changed although no run
/// may touch them.
/// </summary>
public sealed record HostileRun(int Seed, string Kind, string Lane, LaneReading Reading, ImmutableArray<string> Strayed)
{
    /// <summary>An end that is not declared: no run may end so.</summary>
    public const string Undeclared = "undeclared";

    /// <summary>Every end that is declared.</summary>
    public static readonly ImmutableArray<string> Ends =
        ["clean error", "succeeded", "trap", "killed by signal", "timed out", "wrote too much"];

    // How engines report a trap; a clean error is FFmpeg's own exit status.
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

    /// <summary>Asserts that every run ended in a declared way and changed no file that it may not touch.</summary>
    public static void AreHarmless(IReadOnlyCollection<HostileRun> runs)
    {
        runs.Where(run => run.End == Undeclared).Select(run => $"seed {run.Seed} on {run.Lane}: {run.Reading.Reason}").Should().BeEmpty();
        runs.Where(run => !run.Strayed.IsEmpty).Select(run => $"seed {run.Seed} on {run.Lane}: {string.Join(", ", run.Strayed)}")
            .Should().BeEmpty();
    }
}
