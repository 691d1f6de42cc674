using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A lane whose time was split.</summary>
/// <param name="Name">The lane.</param>
/// <param name="Parts">The parts that the table has of it.</param>
/// <param name="Whole">The whole, in seconds.</param>
internal sealed record SplitLane(string Name, ImmutableArray<SplitPart> Parts, Reading<Estimate> Whole)
{
    /// <summary>What of it can be drawn: parts of a length.</summary>
    public ImmutableArray<(SplitPart Part, Estimate Seconds)> Drawn =>
        [.. Parts.Select(part => (Part: part, Seconds: part.Seconds.TryGet(out var seconds) && seconds.Value > 0 ? seconds : null)).Where(part => part.Seconds is not null).Select(part => (part.Part, part.Seconds!))];

    /// <summary>Reads a lane's rows.</summary>
    /// <param name="name">The lane.</param>
    /// <param name="rows">Its rows.</param>
    /// <returns>The lane.</returns>
    public static SplitLane Of(string name, IEnumerable<AxisRow> rows)
    {
        var parts = rows.DistinctBy(row => row.Text("part")).ToDictionary(row => row.Text("part"), StringComparer.Ordinal);
        return new SplitLane(
            name,
            [.. NestedJobs.Parts.Index().Where(part => parts.ContainsKey(part.Item)).Select(part =>
                new SplitPart(part.Index, part.Item, parts[part.Item].Number("seconds"), parts[part.Item].Number("share")))],
            parts.TryGetValue("whole", out var whole) ? whole.Number("seconds") : Reading<Estimate>.Unavailable("the table has no such row"));
    }
}
