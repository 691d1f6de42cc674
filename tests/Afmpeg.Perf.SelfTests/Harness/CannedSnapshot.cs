using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The snapshot of a made-up run: forty cases of one module.</summary>
public sealed record CannedSnapshot(string Run)
{
    private const int Cases = 40;

    /// <summary>The id of a case, by its number from 0.</summary>
    public static string Id(int number) => $"transcode/clip-{number}/libx264-veryfast/wasmtime+O3";

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

    /// <summary>A snapshot with one of its cases changed, by its number from 0.</summary>
    public static RunSnapshot With(RunSnapshot snapshot, int number, Func<CaseSnapshot, CaseSnapshot> change) =>
        snapshot with { Cases = snapshot.Cases.SetItem(number, change(snapshot.Cases[number])) };

    private static CaseSnapshot Case(int number) => new(Id(number), null, 90, 58_805, new string('d', 64), 45.67);
}
