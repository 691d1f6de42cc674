using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// How firmly a decision stands on its limits, since nobody knows yet what is acceptable (spec 0008, 6). Limits are moved to just beyond
/// the ends of every interval that they judge, and the decision is made again: each limit alone, then all limits of a profile by one
/// factor, then all limits by one factor.
/// </summary>
public static class Sensitivity
{
    /// <summary>The table's name for programs.</summary>
    public const string Id = "sensitivity";

    // Just beyond an interval's end, so that the interval lies wholly on one side.
    private const double Beyond = 1e-6;

    /// <summary>The nearest flip of each limit, of each profile with several limits, and of all limits.</summary>
    public static ImmutableArray<FlipPoint> Of(LeverBoard board)
    {
        var now = DecisionRule.Decide(board);
        var limits = board.Today.Select(finding => finding.Limit).DistinctBy(limit => limit.Id).ToImmutableArray();
        var profiles = limits.GroupBy(limit => limit.Profile.Id).Select(profile => profile.ToImmutableArray()).ToArray();
        return
        [
            .. limits.Select(limit => (ImmutableArray<Limit>)[limit])
                .Concat(profiles.Where(profile => profile.Length > 1)).Concat(profiles.Length > 1 ? [limits] : []).Select(Nearest),
        ];

        FlipPoint Nearest(ImmutableArray<Limit> moved)
        {
            var ids = moved.Select(limit => limit.Id).ToHashSet();
            var flip = Factors(ids, board).OrderBy(factor => Math.Abs(Math.Log(factor)))
                .Select(factor => (Factor: factor, Decision: DecisionRule.Decide(board.Judged(finding => Again(finding, ids, factor)))))
                .FirstOrDefault(at => (at.Decision.Outcome, at.Decision.Lever?.Change.Id) != (now.Outcome, now.Lever?.Change.Id));
            return flip.Decision is null ? new FlipPoint(moved, null, null) : new FlipPoint(moved, flip.Factor, flip.Decision);
        }
    }

    /// <summary>The points as a table; null where no limit judges what upstream ships.</summary>
    public static AxisTable? Table(ImmutableArray<FlipPoint> points) => points.IsEmpty ? null : AxisTable.Create(
        Id,
        "Where the decision would flip",
        Reading<string>.Of(Sentence(points)),
        points,
        [
            new("limit", "limit", "The limit that moves while all others stay; or several limits that move together.",
                point => point.Alone?.Id ?? Name(point)),
            new("profile", "consumer", "Whose limit it is.",
                point => AxisText.List(point.Limits.Select(limit => limit.Profile.Id).Distinct())),
            new("bound", "as it is", "Its metric and bound in thresholds.json.",
                point => point.Alone is { } limit ? limit.InWords : "-"),
            new("factor", "flips at", "x", "The factor nearest to 1 by which the limits move until the decision is another one; above 1 "
                + "they allow more.",
                    point => point.Factor is { } factor ? AxisCell.Exact(factor, Figures.Of(factor)) : AxisCell.Of("nowhere")),
            new("flip", "bound there", "The bound of a single limit at that factor.",
                point => point is { Alone: { } limit, Factor: { } factor } ? Bound(FlipPoint.Moved(limit, factor), Rounded) : "-"),
            new("decision", "to", "The decision there.", point => point.Decision?.Sentence ?? "-"),
        ],
        "Limits move to just beyond each interval that they judge (as shipped, with the guidance, with each lever), and the decision is "
            + "made again.");

    // The factor that moves a limit to a value is how far along the limit the value lies.
    private static IEnumerable<double> Factors(HashSet<string> limits, LeverBoard board) => board.Today
        .Concat(board.Guidance.SelectMany(guidance => guidance.Effects).Concat(board.Levers.SelectMany(lever => lever.Effects))
            .SelectMany(effect => (Finding?[])[effect.Without, effect.With]).OfType<Finding>())
        .Where(finding => limits.Contains(finding.Limit.Id))
        .SelectMany(finding => finding.Observed.TryGet(out var estimate) && estimate.Low > 0
            ? (double[])[finding.Limit.RatioOf(estimate.Low * (1 - Beyond)), finding.Limit.RatioOf(estimate.High * (1 + Beyond))]
            : [])
        .Distinct();

    private static Finding Again(Finding finding, HashSet<string> limits, double factor)
    {
        if (!limits.Contains(finding.Limit.Id))
        {
            return finding;
        }

        var moved = FlipPoint.Moved(finding.Limit, factor);
        return finding with
        {
            Limit = moved,
            Verdict = finding.Observed.TryGet(out var estimate) ? Judge.Compare(moved, estimate) : finding.Verdict,
        };
    }

    private static string Sentence(ImmutableArray<FlipPoint> points)
    {
        FlipPoint? Nearest(bool isAlone) => points.Where(point => point.Factor is not null && point.Alone is not null == isAlone)
            .MinBy(point => Math.Abs(Math.Log(point.Factor!.Value)));
        var first = Nearest(isAlone: true) is { Alone: { } limit } alone
            ? $"With {limit.Id} at {Bound(FlipPoint.Moved(limit, alone.Factor!.Value), Rounded)} instead of "
                + $"{Bound(limit, bound => bound)}, the answer would be {Outcome(alone.Decision!)}."
            : "No limit that moves alone changes the answer.";
        return Nearest(isAlone: false) is { } together
            ? $"{first} With {Name(together)} at {Figures.Of(together.Factor!.Value)} times what they are, it would be "
                + $"{Outcome(together.Decision!)}."
            : first;
    }

    private static string Outcome(MeasuredDecision decision) => decision switch
    {
        { Lever: { } lever } => $"go, with {lever.Change.Id}",
        { Outcome: DecisionOutcome.NoGo } => "no-go",
        _ => "undecided",
    };

    private static string Name(FlipPoint point) => point.Limits.Select(limit => limit.Profile.Id).Distinct().ToArray() is [var one]
        ? $"the {point.Limits.Length} limits of {one}"
        : $"all {point.Limits.Length} limits";

    private static string Bound(Limit limit, Func<double, double> round) =>
        MetricFacts.ShowLimit(limit.Metric, round(limit.AtMost ?? limit.AtLeast!.Value));

    // Three figures are more than a limit has.
    private static double Rounded(double bound) =>
        bound == 0 ? 0 : Math.Round(bound, Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(bound))), 0, 15));
}

/// <summary>How far limits would have to move, all by one factor, for the decision to be another one.</summary>
/// <param name="Limits">The limits that move; the others stay.</param>
/// <param name="Factor">
/// The factor nearest to 1 at which the decision is another one, above 1 where every limit allows more; null where there is none.
/// </param>
/// <param name="Decision">That decision; null where there is none.</param>
public sealed record FlipPoint(ImmutableArray<Limit> Limits, double? Factor, MeasuredDecision? Decision)
{
    /// <summary>The limit, where a single one moves.</summary>
    public Limit? Alone => Limits.Length == 1 ? Limits[0] : null;

    /// <summary>A limit after it has moved by a factor; above 1 it allows more.</summary>
    public static Limit Moved(Limit limit, double factor) => limit.AtMost is { } most
        ? limit with { AtMost = most * factor }
        : limit with { AtLeast = limit.AtLeast / factor };
}
