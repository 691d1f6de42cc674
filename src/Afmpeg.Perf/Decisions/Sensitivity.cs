using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// How firmly a decision stands on its limits, since nobody knows yet what is acceptable (spec 0008, 6). Limits are moved, every verdict is
/// made again with all its doubts, and the decision with it: each limit alone, then all limits of a profile by one factor, then all limits
/// by one factor. It is tried on both sides of each interval's ends and, for times, of the noise around each value. Where the decision
/// changes, the place is searched for.
/// </summary>
public static class Sensitivity
{
    /// <summary>The table's name for programs.</summary>
    public const string Id = "sensitivity";

    // Just beyond an end, so that an interval lies wholly on one side; also what two factors differ by when the search ends.
    private const double Beyond = 1e-6;

    // How much further than all ends limits are moved: as a rule every interval then lies beyond surely enough, even among many.
    private static readonly double[] Far = [4, 64];

    /// <summary>The nearest flip of each limit, of each profile with several limits, and of all limits.</summary>
    public static ImmutableArray<FlipPoint> Of(LeverBoard board)
    {
        var now = DecisionRule.Decide(board);
        var limits = board.Today.Select(finding => finding.Limit).DistinctBy(limit => limit.Id).ToImmutableArray();
        var profiles = limits.GroupBy(limit => limit.Profile.Id).Select(profile => profile.ToImmutableArray()).ToArray();
        return
        [
            .. limits.Select(limit => (ImmutableArray<Limit>)[limit])
                .Concat(profiles.Where(profile => profile.Length > 1)).Concat(profiles.Length > 1 ? [limits] : [])
                .Select(moved => Nearest(board, now, moved)),
        ];
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
        "Limits move. At each place every verdict is made again with the same doubts (as shipped, with the guidance, with each lever), and "
            + "then the decision.");

    private static FlipPoint Nearest(LeverBoard board, MeasuredDecision now, ImmutableArray<Limit> moved)
    {
        var ids = moved.Select(limit => limit.Id).ToHashSet();
        var factors = Factors(ids, board);
        var above = Outwards(factors.Where(factor => factor > 1).Order(), double.PositiveInfinity);
        var below = Outwards(factors.Where(factor => factor < 1).OrderDescending(), Distance(above?.Factor));
        return Distance(below?.Factor) < Distance(above?.Factor) ? below! : above ?? new FlipPoint(moved, null, null);

        MeasuredDecision At(double factor) =>
            DecisionRule.Decide(board.With(limit => ids.Contains(limit.Id) ? FlipPoint.Moved(limit, factor) : limit));

        bool IsOther(MeasuredDecision decision) => (decision.Outcome, decision.Lever?.Change.Id) != (now.Outcome, now.Lever?.Change.Id);

        FlipPoint? Outwards(IEnumerable<double> outwards, double furthest)
        {
            var same = 1.0;
            foreach (var factor in outwards.TakeWhile(_ => Distance(same) <= furthest))
            {
                if (IsOther(At(factor)))
                {
                    return Between(same, factor);
                }

                same = factor;
            }

            return null;
        }

        FlipPoint Between(double same, double other)
        {
            while (Math.Abs(Math.Log(other / same)) > Beyond)
            {
                var middle = Math.Sqrt(same * other);
                (same, other) = IsOther(At(middle)) ? (same, middle) : (middle, other);
            }

            return new FlipPoint(moved, other, At(other));
        }
    }

    private static double Distance(double? factor) => factor is { } known ? Math.Abs(Math.Log(known)) : double.PositiveInfinity;

    // The factor that moves a limit to a value is how far along the limit the value lies.
    private static ImmutableArray<double> Factors(HashSet<string> limits, LeverBoard board)
    {
        var floor = board.Floor.TryGet(out var known) ? 1 + known.Fraction : 1;
        double[] ends =
        [
            .. board.Family.Where(finding => limits.Contains(finding.Limit.Id)).SelectMany(finding =>
                finding.Observed.TryGet(out var seen) && seen.Low > 0
                    ? ((double[])[seen.Low, seen.High, .. NoiseAround(finding, seen)]).Select(finding.Limit.RatioOf)
                    : []),
        ];
        var sides = ends.SelectMany(end => (double[])[end * (1 - Beyond), end * (1 + Beyond)]).Distinct();
        return ends.Length == 0 ? [] : [.. sides, .. Far.SelectMany(far => (double[])[ends.Min() / far, ends.Max() * far])];

        double[] NoiseAround(Finding finding, Estimate seen) =>
            MetricFacts.IsTimed(finding.Limit.Metric) ? [seen.Value * floor, seen.Value / floor] : [];
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
