using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>The tables of what hostile clips do, in docs/reliability/hostile-clips.md.</summary>
public static class HostileClipReport
{
    public static string Document { get; } = Repository.PathOf("docs", "reliability", "hostile-clips.md");

    /// <summary>The document, of one run or more.</summary>
    public static string Render(ImmutableArray<HostileRun> runs) =>
        $"""
        # What a hostile clip does

        Made by the full tier, never edited by hand; N is 1000 if it is not set:
        `AFMPEG_TIER=full AFMPEG_HOSTILE_CLIPS=N dotnet test Afmpeg.Tests.sln --filter FullyQualifiedName~HostileClipsSpec`
        Recorded {DateTime.UtcNow:yyyy-MM-dd} on {Host.Read().Machine}.

        {runs.DistinctBy(run => run.Seed).Count()} seeded mutants of a clip and of one of its pictures went through every lane on the
        machine. Each run decodes, scales and encodes ten pictures, with 10 s and 256 MiB of output at most. Two mutants run at a time, so
        the times are those of a busy machine. Files outside the output folder and the engines' scratch folder that were changed, made or
        removed: {runs.Sum(run => run.Strayed.Length)}.

        A clean error is FFmpeg's own exit status; a trap is caught by the engine; a signal kills the process, where native code cannot
        trap.

        {Table("lane", runs.GroupBy(run => run.Lane))}
        The same by damage, all lanes together:

        {Table("damage", runs.GroupBy(run => run.Kind))}
        """;

    private static string Table(string what, IEnumerable<IGrouping<string, HostileRun>> groups) => MarkdownText.Table(
        [what, .. HostileRun.Ends, "median time", "longest time", "peak memory"],
        groups.Select(group => HostileRun.Ends.Select(end => $"{group.Count(run => run.End == end)}").Prepend(group.Key)
            .Concat(Figures(group))));

    private static string[] Figures(IEnumerable<HostileRun> runs) => Usages(runs) is { Length: > 0 } usages
        ?
        [
            $"{usages[usages.Length / 2].Wall.TotalSeconds:0.00} s",
            $"{usages[^1].Wall.TotalSeconds:0.00} s",
            $"{usages.MaxBy(usage => usage.PeakResident.Bytes)!.PeakResident}",
        ]
        : ["-", "-", "-"];

    // By wall time. Runs that were killed at their limit have no accounting.
    private static ProcessUsage[] Usages(IEnumerable<HostileRun> runs) =>
        [.. runs.Select(run => run.Reading.Usage).OfType<ProcessUsage>().OrderBy(usage => usage.Wall)];
}
