using System.Collections.Immutable;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// How firmly a decision stands on its limits, since nobody knows yet what is acceptable (spec 0008, 6): each limit on what upstream ships is
/// moved, alone, to just beyond the ends of every interval that it is held against, and the decision is made anew.
/// </summary>
public static class Sensitivity
{
    // Just beyond an interval's end, so that the interval lies wholly on one side.
    private const double Beyond = 1e-6;

    /// <summary>The nearest flip of each limit.</summary>
    /// <param name="board">The board as it is.</param>
    /// <returns>A point for each limit that judges what upstream ships, in the thresholds' order.</returns>
    public static ImmutableArray<FlipPoint> Of(LeverBoard board)
    {
        var now = DecisionRule.Decide(board);
        return [.. board.Today.Select(finding => finding.Limit).DistinctBy(limit => limit.Id).Select(Nearest)];

        FlipPoint Nearest(Limit limit)
        {
            var flip = Bounds(limit, board).OrderBy(bound => Math.Abs(Math.Log(bound / Bound(limit))))
                .Select(bound => (Bound: bound, Decision: DecisionRule.Decide(Moved(board, limit, bound))))
                .FirstOrDefault(moved => (moved.Decision.Outcome, moved.Decision.Lever?.Lever.Id) != (now.Outcome, now.Lever?.Lever.Id));
            return flip.Decision is null ? new FlipPoint(limit, null, null) : new FlipPoint(limit, flip.Bound, flip.Decision);
        }
    }

    private static double Bound(Limit limit) => limit.AtMost ?? limit.AtLeast!.Value;

    private static IEnumerable<double> Bounds(Limit limit, LeverBoard board) => board.Today
        .Concat(board.Levers.SelectMany(lever => lever.Effects).Select(effect => effect.With).OfType<Finding>())
        .Where(finding => finding.Limit.Id == limit.Id)
        .Select(finding => finding.Observed.TryGet(out var estimate) ? estimate : null)
        .Where(estimate => estimate is { Low: > 0 })
        .SelectMany(estimate => (double[])[estimate!.Low * (1 - Beyond), estimate.High * (1 + Beyond)])
        .Distinct();

    private static LeverBoard Moved(LeverBoard board, Limit limit, double bound)
    {
        return new LeverBoard([.. board.Today.Select(Judged)], [.. board.Levers.Select(lever => lever with { Effects = [.. lever.Effects.Select(Again)] })]);

        LeverEffect Again(LeverEffect effect) => new(Judged(effect.Today), effect.With is { } with ? Judged(with) : null);

        Finding Judged(Finding finding)
        {
            if (finding.Limit.Id != limit.Id)
            {
                return finding;
            }

            var moved = limit.AtMost is null ? finding.Limit with { AtLeast = bound } : finding.Limit with { AtMost = bound };
            return finding with { Limit = moved, Verdict = finding.Observed.TryGet(out var estimate) ? Judge.Of(moved, estimate) : finding.Verdict };
        }
    }
}
