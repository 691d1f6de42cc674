using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Comparisons;

/// <summary>What differs of the columns that have no noise: equal for equal sources on every host, so that any difference is somebody's doing.</summary>
internal static class OutputDifferences
{
    /// <summary>The differences of a case's output.</summary>
    /// <param name="before">In A.</param>
    /// <param name="after">In B.</param>
    /// <returns>A difference each, in words; what either run has not is no difference.</returns>
    public static ImmutableArray<string> Of(CaseSnapshot before, CaseSnapshot after) =>
    [
        .. after.Failure is { } failure && before.Failure is null ? [$"failed in B: {failure}"] : (string[])[],
        .. Differ(before.Frames, after.Frames) ? [$"frames {before.Frames} -> {after.Frames}"] : (string[])[],
        .. Differ(before.OutputBytes, after.OutputBytes) ? [$"output bytes {before.OutputBytes} -> {after.OutputBytes}"] : (string[])[],
        .. before.FramesDigest is { } old && after.FramesDigest is { } now && old != now
            ? [$"other pictures: framemd5 digest {Short(old)} -> {Short(now)}"]
            : (string[])[],
        .. Math.Abs((after.PsnrYDb - before.PsnrYDb) ?? 0) > Tolerances.PsnrDb
            ? [$"PSNR-Y {before.PsnrYDb:0.00} -> {after.PsnrYDb:0.00} dB, more than {Tolerances.PsnrDb} dB"]
            : (string[])[],
    ];

    /// <summary>The differences of the modules that both runs have.</summary>
    /// <param name="before">A's.</param>
    /// <param name="after">B's.</param>
    /// <returns>A module each whose size differs by more than the tolerance, by its name.</returns>
    public static ImmutableSortedDictionary<string, string> Of(IEnumerable<ModuleSnapshot> before, IEnumerable<ModuleSnapshot> after) => before
        .Join(after, module => module.Name, module => module.Name, (old, now) => (old, now))
        .Where(pair => Math.Abs(((double)pair.now.Bytes / pair.old.Bytes) - 1) > Tolerances.ModuleSize)
        .ToImmutableSortedDictionary(
            pair => pair.now.Name,
            pair => $"module {pair.now.Name}: {pair.old.Bytes} -> {pair.now.Bytes} bytes, {PercentText.Change((double)pair.now.Bytes / pair.old.Bytes)}, "
                + $"more than {PercentText.Of(Tolerances.ModuleSize)}",
            StringComparer.Ordinal);

    private static bool Differ<T>(T? before, T? after)
        where T : struct => before is { } old && after is { } now && !old.Equals(now);

    private static string Short(string digest) => digest[..Math.Min(12, digest.Length)];
}
