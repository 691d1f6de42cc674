using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>The sensitivity of a decision as a table.</summary>
public static class SensitivityTable
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("limit", "limit", "", "The limit that is moved, alone."),
        new("profile", "consumer", "", "Whose limit it is."),
        new("bound", "as it is", "", "Its metric and bound in thresholds.json."),
        new("flip", "flips at", "", "The bound nearest to that at which the decision is another one."),
        new("decision", "to", "", "That decision."),
    ];

    /// <summary>The table.</summary>
    /// <param name="points">A point for each limit.</param>
    /// <returns>The table; null where no limit judges what upstream ships.</returns>
    public static AxisTable? Of(ImmutableArray<FlipPoint> points) => points.IsEmpty ? null : new AxisTable(
        "sensitivity",
        "Where the decision would flip",
        Reading<string>.Of(Sentence(points)),
        Columns,
        [.. points.Select(Row)],
        ["A limit is moved to just beyond each interval that it is held against, of what upstream ships and of every lever, and the decision is made anew."]);

    private static string Sentence(ImmutableArray<FlipPoint> points)
    {
        var nearest = points.Where(point => point.Bound is not null)
            .OrderBy(point => Math.Abs(Math.Log(point.Bound!.Value / (point.Limit.AtMost ?? point.Limit.AtLeast!.Value)))).FirstOrDefault();
        return nearest is null
            ? "No limit, moved alone, changes the decision."
            : $"The decision would be another one first with {nearest.Limit.Id} at {MetricFacts.ShowLimit(nearest.Limit.Metric, Rounded(nearest.Bound!.Value))} instead of {MetricFacts.ShowLimit(nearest.Limit.Metric, nearest.Limit.AtMost ?? nearest.Limit.AtLeast!.Value)}: {nearest.Decision!.Sentence}.";
    }

    private static ImmutableArray<AxisCell> Row(FlipPoint point) =>
    [
        AxisCell.Of(point.Limit.Id),
        AxisCell.Of(point.Limit.Profile.Id),
        AxisCell.Of($"{MetricFacts.NameOf(point.Limit.Metric)} {point.Limit.Bound}"),
        point.Bound is { } bound ? AxisCell.Exact(bound, MetricFacts.ShowLimit(point.Limit.Metric, Rounded(bound))) : AxisCell.Of("nowhere"),
        AxisCell.Of(point.Decision?.Sentence ?? "-"),
    ];

    // Three figures are more than a limit has.
    private static double Rounded(double bound) => bound == 0 ? 0 : Math.Round(bound, Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(bound))), 0, 15));
}
