using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>The sensitivity of a decision as a table.</summary>
public static class SensitivityTable
{
    /// <summary>The table's name for programs.</summary>
    public const string Id = "sensitivity";

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("limit", "limit", "", "The limit that moves while all others stay; or several limits that move together."),
        new("profile", "consumer", "", "Whose limit it is."),
        new("bound", "as it is", "", "Its metric and bound in thresholds.json."),
        new("factor", "flips at", "x", "The factor nearest to 1 by which the limits move until the decision is another one; above 1 they "
            + "allow more."),
        new("flip", "bound there", "", "The bound of a single limit at that factor."),
        new("decision", "to", "", "The decision there."),
    ];

    /// <summary>The table.</summary>
    /// <param name="points">A point for each limit, and for limits that move together.</param>
    /// <returns>The table; null where no limit judges what upstream ships.</returns>
    public static AxisTable? Of(ImmutableArray<FlipPoint> points) => points.IsEmpty ? null : new AxisTable(
        Id,
        "Where the decision would flip",
        Reading<string>.Of(Sentence(points)),
        Columns,
        [.. points.Select(Row)],
        ["Limits move to just beyond each interval that they are held against (as shipped, with the guidance, with each lever), and the "
            + "decision is made again."]);

    private static string Sentence(ImmutableArray<FlipPoint> points)
    {
        var (alone, together) =
            (Nearest(points.Where(point => point.Limits.Length == 1)), Nearest(points.Where(point => point.Limits.Length > 1)));
        var first = alone is null
            ? "No limit that moves alone changes the decision."
            : $"The nearest change of one limit that gives another decision is {alone.Limits[0].Id} at {Bound(alone)} instead of "
                + $"{Bound(alone.Limits[0])}: {alone.Decision!.Sentence}.";
        return together is null
            ? first
            : $"{first} Of limits that move together, {Name(together)} are the nearest, at {Figures.Of(together.Factor!.Value)} times as "
                + $"much: {together.Decision!.Sentence}.";
    }

    private static FlipPoint? Nearest(IEnumerable<FlipPoint> points) =>
        points.Where(point => point.Factor is not null).MinBy(point => Math.Abs(Math.Log(point.Factor!.Value)));

    private static ImmutableArray<AxisCell> Row(FlipPoint point) =>
    [
        AxisCell.Of(point.Limits.Length == 1 ? point.Limits[0].Id : Name(point)),
        AxisCell.Of(AxisText.List(point.Limits.Select(limit => limit.Profile.Id).Distinct())),
        AxisCell.Of(point.Limits.Length == 1 ? $"{MetricFacts.NameOf(point.Limits[0].Metric)} {point.Limits[0].Bound}" : "-"),
        point.Factor is { } factor ? AxisCell.Exact(factor, Figures.Of(factor)) : AxisCell.Of("nowhere"),
        AxisCell.Of(point is { Limits.Length: 1, Factor: not null } ? Bound(point) : "-"),
        AxisCell.Of(point.Decision?.Sentence ?? "-"),
    ];

    private static string Name(FlipPoint point) => point.Limits.Select(limit => limit.Profile.Id).Distinct().ToArray() is [var one]
        ? $"the {point.Limits.Length} limits of {one}"
        : $"all {point.Limits.Length} limits";

    private static string Bound(Limit limit) => MetricFacts.ShowLimit(limit.Metric, limit.AtMost ?? limit.AtLeast!.Value);

    private static string Bound(FlipPoint point)
    {
        var moved = FlipPoint.Moved(point.Limits[0], point.Factor!.Value);
        return MetricFacts.ShowLimit(moved.Metric, Rounded(moved.AtMost ?? moved.AtLeast!.Value));
    }

    // Three figures are more than a limit has.
    private static double Rounded(double bound) => bound == 0 ? 0 : Math.Round(bound, Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(bound))), 0, 15));
}
