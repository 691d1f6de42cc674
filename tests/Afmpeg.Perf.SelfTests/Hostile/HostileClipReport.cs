using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>The table of what a hostile clip does, as docs/reliability/hostile-clips.md keeps it.</summary>
public static class HostileClipReport
{
    /// <summary>The file.</summary>
    public static string Kept { get; } = Repository.PathOf("docs", "reliability", "hostile-clips.md");

    /// <summary>The whole report.</summary>
    /// <param name="runs">What became of each mutant on each lane, at least one.</param>
    /// <returns>Markdown.</returns>
    public static string Render(ImmutableArray<HostileRun> runs) =>
        $"""
        # What a hostile clip does

        Made by the full tier (`AFMPEG_TIER=full AFMPEG_HOSTILE_CLIPS=N dotnet test Afmpeg.Tests.sln --filter FullyQualifiedName~HostileClipsSpec`; N is 1000 without that variable); never edited by hand. Recorded {DateTime.UtcNow:yyyy-MM-dd} on {Host.Read().Machine}.
        {runs.DistinctBy(run => run.Seed).Count()} seeded mutants of a clip and of a picture of it, each through every lane that was on the machine, ten pictures decoded, scaled and encoded, with 10 s and 256 MiB of output at most; two mutants at a time, so that times are those of a busy machine.
        Files outside the folder of outputs, and of the engines' own scratch folder, that were changed, made or removed: {runs.Sum(run => run.Strayed.Length)}.

        A clean error is FFmpeg's own exit status; a trap is caught by the engine; a signal kills the process, which is what native code does instead of trapping.

        {Table("lane", runs.GroupBy(run => run.Lane))}
        The same by damage, all lanes together:

        {Table("damage", runs.GroupBy(run => run.Kind))}
        """;

    private static string Table(string what, IEnumerable<IGrouping<string, HostileRun>> groups) => MarkdownText.Table(
        [what, .. HostileRun.Ends, "median time", "longest time", "peak memory"],
        groups.Select(group => (IEnumerable<string>)[group.Key, .. HostileRun.Ends.Select(end => $"{group.Count(run => run.End == end)}"), .. Figures([.. group])]));

    // Runs that were killed at their limit have no accounting.
    private static IEnumerable<string> Figures(ImmutableArray<HostileRun> runs)
    {
        var usages = runs.Select(run => run.Reading.Usage).OfType<ProcessUsage>().OrderBy(usage => usage.Wall).ToArray();
        return usages.Length == 0
            ? ["-", "-", "-"]
            : [$"{usages[usages.Length / 2].Wall.TotalSeconds:0.00} s", $"{usages[^1].Wall.TotalSeconds:0.00} s", $"{usages.MaxBy(usage => usage.PeakResident.Bytes)!.PeakResident}"];
    }
}
