using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>Whether two runs did the same work.</summary>
internal static class Comparability
{
    /// <summary>Refuses runs that did not, with every reason at once.</summary>
    /// <param name="before">A.</param>
    /// <param name="after">B.</param>
    /// <exception cref="PerfException">Media or settings differ, or no case is in both.</exception>
    public static void Check(RunExtract before, RunExtract after)
    {
        ImmutableArray<string> reasons =
        [
            .. Differing(before.Inputs?.Media ?? [], after.Inputs?.Media ?? [], "medium", "its checksum"),
            .. Differing(before.Inputs?.Jobs ?? [], after.Inputs?.Jobs ?? [], "settings of", "the digest of its ffmpeg arguments"),
            .. before.Cases.IntersectBy(after.Cases.Select(entry => entry.Id), entry => entry.Id).Any()
                ? (string[])[]
                : [$"no case in common: A has {Cases(before)}, B has {Cases(after)}"],
        ];
        if (reasons.Length > 0)
        {
            throw new PerfException(ExitStatus.BadUsage, "These runs cannot be compared: they did not do the same work")
            {
                Where = $"A: run {before.Run}; B: run {after.Run}",
                Expected = "equal media and encoder settings wherever both runs have them, and a case in common",
                Observed = string.Join('\n', reasons),
                Remedy = "measure both on the same media library and workloads, or accept the newer one as a baseline: afmpeg-perf accept",
            };
        }
    }

    /// <summary>What a reader must know before the numbers.</summary>
    /// <param name="before">A.</param>
    /// <param name="after">B.</param>
    /// <returns>A sentence each.</returns>
    public static ImmutableArray<string> Notes(RunExtract before, RunExtract after) =>
    [
        before.Host == after.Host
            ? $"One host, {after.Machine}."
            : $"The hosts differ: A is {before.Host} ({before.Machine}), B is {after.Host} ({after.Machine}). Multiples are compared, never seconds.",
        .. before.Inputs is null || after.Inputs is null
            ? [$"Whether media and encoder settings are equal is not known: {Unknown(before, after)} did not keep them."]
            : (string[])[],
        $"Native differed from itself by {Floor(before)} in A, {Floor(after)} in B.",
    ];

    private static IEnumerable<string> Differing(IEnumerable<InputDigest> before, IEnumerable<InputDigest> after, string what, string of) => before
        .Join(after, input => input.Id, input => input.Id, (old, now) => (old, now))
        .Where(pair => pair.old.Digest != pair.now.Digest)
        .Select(pair => $"{what} {pair.now.Id}: {of} is {pair.old.Digest[..12]} in A, {pair.now.Digest[..12]} in B");

    private static string Unknown(RunExtract before, RunExtract after) =>
        before.Inputs is null && after.Inputs is null ? "both runs" : before.Inputs is null ? "run A" : "run B";

    private static string Floor(RunExtract run) => run.NoiseFloor is { } floor ? PercentText.Of(floor) : "an amount that was not measured";

    private static string Cases(RunExtract run) => run.Cases.IsEmpty ? "none" : $"{run.Cases.Length} such as {run.Cases[0].Id}";
}
