using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>The ladder of every deciding job: as shipped, with the guidance, with the lever, with all levers that bear on it.</summary>
internal static class LadderTable
{
    private const string NotMeasured = "or the run did not measure the case that it leads to";

    /// <summary>Up to four rows per limit and job; null where no limit judges what upstream ships.</summary>
    public static AxisTable? Of(AxisInput run, LeverBoard board, MeasuredDecision decision)
    {
        var ladders = board.Today.Select((_, index) => Steps(board, decision, index)).ToArray();
        Reading<Finding> Found(Step step) =>
            step.Finding is { } found ? Reading<Finding>.Of(found) : Reading<Finding>.Unavailable(step.Reason!);
        return ladders.Length == 0 ? null : AxisTable.Create(
            "ladder",
            "The ladder: as shipped, guidance, the lever, the rest",
            Reading<string>.Of(Sentence(ladders.MaxBy(ladder => ladder[0].Finding!.LimitRatio)!)),
            ladders.SelectMany(ladder => ladder),
            [
                new("job", "job", "The job that the limit judges.", step => step.Shipped.Case.Case.Job.Id),
                new("step", "step", "What is in place; each step keeps the ones above it.", step => step.Name),
                new("lane", "lane", "The lane of the step; with its job where the guidance changes that.",
                    step => step.Finding is not { } found ? "-"
                    : found.Case.Case.Job.Id == step.Shipped.Case.Case.Job.Id ? found.Case.Case.Lane.Name : found.Case.Case.Id),
                new("multiple", "multiple", "x native", "How many times as long as native with all threads.",
                    step => Found(step).Then(found => found.Case.NativeMultiple)),
                new("gained", "gained", "x", "How many times as fast as the step above, by paired rounds.",
                    step => step is { Above: null, Finding: not null } ? AxisCell.Of("-")
                        : AxisCell.Of(Found(step).Then(found => run.Ratio(step.Above!.Case, found.Case)))),
                new("limit", "limit", "The limit that judges the job.", step => $"{step.Shipped.Limit.Id}: {step.Shipped.Limit.InWords}"),
                new("observed", "observed", "What is compared with the limit.",
                    step => step.Finding is { } found ? DecisionText.Observed(found) : "-"),
                new("verdict", "verdict", "Whether the step keeps the limit.",
                    step => step.Finding is { } found ? VerdictText.Of(found.Verdict) : "-"),
            ],
            decision.Lever is null ? "No lever was named: that step is left out." : $"The lever: {decision.Lever.Change.Title}.",
            "The rest: all levers that affect the job, combined; if that was not measured, as many as were measured together.");
    }

    // The steps from what upstream ships to everything that is known to help; one that changes nothing has a reason instead of a finding.
    private static ImmutableArray<Step> Steps(LeverBoard board, MeasuredDecision decision, int index)
    {
        var (shipped, guided) = (board.Today[index], board.Guided[index]);
        var with = decision.Lever?.Effects[index].With;
        var reached = with ?? guided;
        var together = board.Together.IsEmpty ? null : board.Together[index].With;
        return
        [
            new(shipped, null, "as shipped", "as shipped", shipped, null),
            DecisionText.IsSameCase(shipped, guided)
                ? new(shipped, null, "+ guidance", "", null, $"no adopted guidance affects this job, {NotMeasured}")
                : new(shipped, shipped, "+ guidance", "with the guidance", guided, null),
            .. decision.Lever is { Change.Id: var lever }
                ? [new(shipped, guided, $"+ {lever}", $"with {lever}", with, $"{lever} does not affect this job, {NotMeasured}")]
                : (Step[])[],
            together is null || DecisionText.IsSameCase(together, reached)
                ? new(shipped, null, "+ the rest", "", null,
                    "no other lever affects this job, or the run did not measure the case that they lead to")
                : new(shipped, reached, "+ the rest", "with the rest", together, null),
        ];
    }

    private static string Sentence(ImmutableArray<Step> ladder)
    {
        var steps = ladder.Where(step => step.Finding is not null)
            .Select(step => $"{DecisionText.Observed(step.Finding!)} {step.InWords} ({VerdictText.Of(step.Finding!.Verdict)})");
        return $"{ladder[0].Shipped.Case.Case.Job.Id}, the job furthest beyond its limit ({ladder[0].Shipped.Limit.InWords}): "
            + $"{AxisText.List(steps)}.";
    }

    // What a step adds, and the limit with it in place or why that was not measured; beside the limit as shipped and on the step above.
    private sealed record Step(Finding Shipped, Finding? Above, string Name, string InWords, Finding? Finding, string? Reason);
}
