using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>What would settle a decision that is open, or make one firmer.</summary>
internal static class DecisionRemedies
{
    /// <summary>What settles findings that are open: the whole decision's run; where that was this run, each case with more time.</summary>
    public static ImmutableArray<string> Settle(LeverBoard board, IEnumerable<Finding> open) =>
        board.IsComplete ? Sharpen(open) : [DecisionRule.Remedy];

    /// <summary>Each open case with more time; of one that this machine cannot measure, why.</summary>
    public static ImmutableArray<string> Sharpen(IEnumerable<Finding> open) =>
    [
        .. open.DistinctBy(finding => finding.Case.Case.Id).Select(finding => finding.Verdict == Verdict.NotMeasured
            ? $"a machine that measures {finding.Case.Case.Id} (here: {finding.Observed.Reason ?? "not measured"})"
            : $"afmpeg-perf run --tier full --filter '{finding.Case.Case.Id}' --budget 30m"),
    ];

    /// <summary>The findings with a change that more rounds might settle.</summary>
    public static IEnumerable<Finding> Unsettled(IEnumerable<LeverEffect> effects) =>
        effects.Select(effect => effect.With).OfType<Finding>()
            .Where(finding => finding.Verdict is Verdict.Inconclusive or Verdict.NotMeasured);
}
