using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// How firmly a decision stands on its limits, since nobody knows yet what is acceptable (spec 0008, 6): each limit on what upstream ships is
/// moved, alone, to the ends of every interval that it is held against, and the decision is made anew.
/// </summary>
public static class Sensitivity
{
    // Just beyond an interval's end, so that the interval lies wholly on one side.
    private const double Beyond = 1e-6;

    /// <summary>The nearest flip of each limit.</summary>
    /// <param name="run">The run.</param>
    /// <param name="thresholds">What people decided.</param>
    /// <param name="floor">The host's noise floor.</param>
    /// <param name="board">The board as it is.</param>
    /// <returns>A point for each limit that judges what upstream ships, in the thresholds' order.</returns>
    public static ImmutableArray<FlipPoint> Of(AxisInput run, Thresholds thresholds, Reading<NoiseFloor> floor, LeverBoard board)
    {
        var now = DecisionRule.Decide(board);
        return [.. board.Today.Select(finding => finding.Limit).DistinctBy(limit => limit.Id).Select(limit => Nearest(limit))];

        FlipPoint Nearest(Limit limit)
        {
            var flips = Bounds(limit, board).OrderBy(bound => Math.Abs(Math.Log(bound / Bound(limit))))
                .Select(bound => (bound, Decision: Decide(limit, bound)))
                .FirstOrDefault(moved => (moved.Decision.Outcome, moved.Decision.Lever?.Lever.Id) != (now.Outcome, now.Lever?.Lever.Id));
            return flips.Decision is null ? new FlipPoint(limit, null, null) : new FlipPoint(limit, flips.bound, flips.Decision);
        }

        MeasuredDecision Decide(Limit limit, double bound) =>
            DecisionRule.Decide(LeverBoard.Of(run, thresholds with { Limits = [.. thresholds.Limits.Select(other => other.Id == limit.Id ? At(other, bound) : other)] }, floor));
    }

    private static double Bound(Limit limit) => limit.AtMost ?? limit.AtLeast!.Value;

    private static Limit At(Limit limit, double bound) => limit.AtMost is null ? limit with { AtLeast = bound } : limit with { AtMost = bound };

    private static IEnumerable<double> Bounds(Limit limit, LeverBoard board)
    {
        var observed = board.Today.Concat(board.Levers.SelectMany(lever => lever.Effects).Select(effect => effect.With).OfType<Finding>())
            .Where(finding => finding.Limit.Id == limit.Id)
            .Select(finding => finding.Observed.TryGet(out var estimate) ? estimate : null).Where(estimate => estimate is { Low: > 0 });
        return observed.SelectMany(estimate => (double[])[estimate!.Low * (1 - Beyond), estimate.High * (1 + Beyond)]).Distinct();
    }
}
