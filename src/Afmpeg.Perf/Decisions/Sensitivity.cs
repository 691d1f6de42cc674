using System.Collections.Immutable;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// How firmly a decision stands on its limits, since nobody knows yet what is acceptable (spec 0008, 6). Limits are moved to just beyond
/// the ends of every interval that they are held against, and the decision is made again: each limit alone, then all limits of a profile
/// by one factor, then all limits by one factor.
/// </summary>
public static class Sensitivity
{
    // Just beyond an interval's end, so that the interval lies wholly on one side.
    private const double Beyond = 1e-6;

    /// <summary>The nearest flip of each limit, of each profile with several limits, and of all limits.</summary>
    /// <param name="board">The board as it is.</param>
    /// <returns>The points; none where no limit judges what upstream ships.</returns>
    public static ImmutableArray<FlipPoint> Of(LeverBoard board)
    {
        var now = DecisionRule.Decide(board);
        var limits = board.Today.Select(finding => finding.Limit).DistinctBy(limit => limit.Id).ToImmutableArray();
        return
        [
            .. limits.Select(limit => (ImmutableArray<Limit>)[limit])
                .Concat(limits.GroupBy(limit => limit.Profile.Id).Where(profile => profile.Count() > 1)
                    .Select(profile => profile.ToImmutableArray()))
                .Concat(limits.DistinctBy(limit => limit.Profile.Id).Count() > 1 ? [limits] : [])
                .Select(Nearest),
        ];

        FlipPoint Nearest(ImmutableArray<Limit> moved)
        {
            var ids = moved.Select(limit => limit.Id).ToHashSet();
            var flip = Factors(ids, board).OrderBy(factor => Math.Abs(Math.Log(factor)))
                .Select(factor => (Factor: factor, Decision: DecisionRule.Decide(board.Judged(finding => Again(finding, ids, factor)))))
                .FirstOrDefault(at => (at.Decision.Outcome, at.Decision.Lever?.Lever.Id) != (now.Outcome, now.Lever?.Lever.Id));
            return flip.Decision is null ? new FlipPoint(moved, null, null) : new FlipPoint(moved, flip.Factor, flip.Decision);
        }
    }

    private static IEnumerable<double> Factors(HashSet<string> limits, LeverBoard board) => board.Today
        .Concat(board.Guidance.SelectMany(guidance => guidance.Effects).Concat(board.Levers.SelectMany(lever => lever.Effects))
            .SelectMany(effect => (Finding?[])[effect.Without, effect.With]).OfType<Finding>())
        .Where(finding => limits.Contains(finding.Limit.Id))
        .SelectMany(finding => finding.Observed.TryGet(out var estimate) && estimate.Low > 0
            ? (double[])[Factor(finding.Limit, estimate.Low * (1 - Beyond)), Factor(finding.Limit, estimate.High * (1 + Beyond))]
            : [])
        .Distinct();

    // By how much the limit moves to lie there.
    private static double Factor(Limit limit, double there) => limit.AtMost is { } most ? there / most : limit.AtLeast!.Value / there;

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
}
