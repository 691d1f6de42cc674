using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>What of a made-up run is compared: forty cases of one module.</summary>
/// <param name="Run">The run's id.</param>
public sealed record CannedSnapshot(string Run)
{
    private const int Cases = 40;

    /// <summary>A case's id.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <returns>The id.</returns>
    public static string Id(int number) => $"transcode/clip-{number}/libx264-veryfast/wasmtime+O3";

    /// <summary>The extract.</summary>
    /// <returns>A whole one.</returns>
    public RunSnapshot Make() => new()
    {
        Run = Run,
        Host = "0123456789ab",
        Machine = "2 cores (a processor), 8 GiB, a system",
        Inputs = new RunInputs(
            [new InputDigest("clip", new string('a', 64))],
            [.. Enumerable.Range(0, Cases)
                .Select(number => new InputDigest(Id(number)[..Id(number).LastIndexOf('/')], new string('b', 64)))]),
        Modules = [new ModuleSnapshot("O3", "gpl", 5_000_000, new string('c', 64))],
        Cases = [.. Enumerable.Range(0, Cases).Select(Case)],
    };

    /// <summary>An extract with one of its cases changed.</summary>
    /// <param name="extract">The extract.</param>
    /// <param name="number">The case's number, from 0.</param>
    /// <param name="change">The change.</param>
    /// <returns>The changed one.</returns>
    public static RunSnapshot With(RunSnapshot extract, int number, Func<CaseSnapshot, CaseSnapshot> change) =>
        extract with { Cases = extract.Cases.SetItem(number, change(extract.Cases[number])) };

    private static CaseSnapshot Case(int number) => new(Id(number), null, 90, 58_805, new string('d', 64), 45.67);
}
