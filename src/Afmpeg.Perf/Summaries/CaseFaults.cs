using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Summaries;

/// <summary>
/// What went wrong with a case. A wrong output fails it at once: nothing that it measured can be trusted. A run that broke (a crash, a
/// trap, the time limit) fails it the second time; once is reported as an incident, since an engine that crashes one time in hundreds says
/// something of itself, but nothing of the speed of the other runs.
/// </summary>
internal static class CaseFaults
{
    private const int BreaksThatFail = 2;

    /// <summary>Why the case has no readings; null where it has.</summary>
    public static string? Failure(BenchmarkCase benchmarkCase, ImmutableArray<Measurement> own, ILookup<string, Measurement> byCase)
    {
        var broken = own.Where(row => row.Broke).ToArray();
        if (broken.Length >= BreaksThatFail)
        {
            return $"{broken.Length} of {CountText.Of(own.Length, "run")} broke; round {broken[0].Round}: {broken[0].Reason}";
        }

        if (own.FirstOrDefault(row => row.Outcome != Outcome.Ok && !row.Broke) is { } wrong)
        {
            return $"round {wrong.Round}: {wrong.Reason}";
        }

        var digests = Digests(own);
        return digests.Length <= 1 ? DiffersFromPortable(benchmarkCase, digests.SingleOrDefault(), byCase)
            : benchmarkCase.Lane.UsesAllThreads ? null
            : "its output is not the same in every round";
    }

    /// <summary>
    /// What is reported of a case without failing it: a run that broke once, and outputs that differ between rounds where all threads were
    /// used: native ffmpeg was seen to make another picture, a few bytes larger, once in 21 runs of one job (never with one thread).
    /// </summary>
    public static ImmutableArray<string> Incidents(BenchmarkCase benchmarkCase, ImmutableArray<Measurement> own) =>
    [
        .. own.Where(row => row.Broke).Select(
            row => $"1 of {CountText.Of(own.Length, "run")} broke ({(row.Warmup ? "warm-up" : $"round {row.Round}")}): {row.Reason}"),
        .. (ImmutableArray<string>)(benchmarkCase.Lane.UsesAllThreads && Digests(own).Length > 1
            ? [$"its rounds made {Digests(own).Length} different outputs: with all threads, native ffmpeg is not always bit-exact"]
            : []),
    ];

    /// <summary>What is reported of runs that count as not run.</summary>
    public static ImmutableArray<string> Voided(IEnumerable<Measurement> voided) =>
        [.. voided.Select(row => $"a run was voided ({(row.Warmup ? "warm-up" : $"round {row.Round}")}): {row.Reason}")];

    /// <summary>Why an output that must equal native-portable's could not be compared: then no reading counts. Else null.</summary>
    public static string? Unchecked(BenchmarkCase benchmarkCase, ILookup<string, Measurement> byCase) =>
        benchmarkCase.MustEqualPortable && PortableDigest(benchmarkCase, byCase) is null
            ? $"{benchmarkCase.Lane.Portable.Name} made no output that this one could be compared with"
            : null;

    private static string[] Digests(ImmutableArray<Measurement> own) =>
        [.. own.Where(row => row.Outcome == Outcome.Ok).Select(row => row.FramesDigest).OfType<string>().Distinct()];

    private static string? DiffersFromPortable(BenchmarkCase benchmarkCase, string? digest, ILookup<string, Measurement> byCase)
    {
        var portable = PortableDigest(benchmarkCase, byCase);
        return benchmarkCase.MustEqualPortable && digest is not null && portable is not null && digest != portable
            ? $"wrong output: its frames (framemd5 digest {digest[..12]}) are not {benchmarkCase.Lane.Portable.Name}'s ({portable[..12]})"
            : null;
    }

    private static string? PortableDigest(BenchmarkCase benchmarkCase, ILookup<string, Measurement> byCase) =>
        byCase[new BenchmarkCase(benchmarkCase.Job, benchmarkCase.Lane.Portable).Id]
            .FirstOrDefault(row => row is { Outcome: Outcome.Ok, FramesDigest: not null })?.FramesDigest;
}
