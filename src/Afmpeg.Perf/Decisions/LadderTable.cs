using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>The ladder of every deciding job: as shipped, with the guidance, with the lever, with all levers that bear on it.</summary>
public static class LadderTable
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("job", "job", "", "The job that the limit judges."),
        new("step", "step", "", "What is in place; each step keeps the ones above it."),
        new("lane", "lane", "", "The lane of the step; with its job where the guidance changes that."),
        new("multiple", "multiple", "x native", "How many times as long as native with all threads."),
        new("gained", "gained", "x", "How many times as fast as the step above, by paired rounds."),
        new("limit", "limit", "", "The limit that judges the job."),
        new("observed", "observed", "", "What the limit is held against."),
        new("verdict", "verdict", "", "Whether the step keeps the limit."),
    ];

    /// <summary>The table.</summary>
    /// <param name="run">The run.</param>
    /// <param name="board">The board.</param>
    /// <param name="decision">What was decided on it.</param>
    /// <returns>Up to four rows per limit and job; null where no limit judges what upstream ships.</returns>
    public static AxisTable? Of(AxisInput run, LeverBoard board, MeasuredDecision decision)
    {
        if (board.Today.IsEmpty)
        {
            return null;
        }

        var ladders = board.Today.Select((_, index) => DecisionLadder.Of(board, decision, index)).ToImmutableArray();
        return new AxisTable(
            "ladder",
            "The ladder: as shipped, guidance, the lever, the rest",
            Reading<string>.Of(Sentence(ladders.MaxBy(ladder => DecisionText.Pressure(ladder[0].Finding!))!)),
            Columns,
            [.. ladders.SelectMany(ladder => ladder.Select((step, index) => Row(run, ladder, index)))],
            [
                decision.Lever is null ? "No lever was named: that step is left out." : $"The lever: {decision.Lever.Lever.Title}.",
                "The rest: all levers that bear on the job at once; where no run has them at once, as many as it has.",
            ]);
    }

    private static string Sentence(ImmutableArray<DecisionLadder.Step> ladder)
    {
        var first = ladder[0].Finding!;
        var steps = ladder.Where(step => step.Finding is not null)
            .Select(step => $"{DecisionText.Observed(step.Finding!)} {step.InWords} ({DecisionText.Of(step.Finding!.Verdict)})");
        return $"{first.Case.Case.Job.Id}, the job furthest beyond its limit ({MetricFacts.NameOf(first.Limit.Metric)} "
            + $"{first.Limit.Bound}): {AxisText.List(steps)}.";
    }

    private static ImmutableArray<AxisCell> Row(AxisInput run, ImmutableArray<DecisionLadder.Step> ladder, int index)
    {
        var (step, shipped) = (ladder[index], ladder[0].Finding!);
        var limit = $"{shipped.Limit.Id}: {MetricFacts.NameOf(shipped.Limit.Metric)} {shipped.Limit.Bound}";
        if (step.Finding is not { } finding)
        {
            var none = Reading<Estimate>.Unavailable(step.Reason!);
            return [AxisCell.Of(shipped.Case.Case.Job.Id), AxisCell.Of(step.Name), AxisCell.Of("-"), AxisCell.Of(none), AxisCell.Of(none),
                AxisCell.Of(limit), AxisCell.Of("-"), AxisCell.Of("-")];
        }

        var above = ladder.Take(index).Select(other => other.Finding).OfType<Finding>().LastOrDefault();
        return
        [
            AxisCell.Of(shipped.Case.Case.Job.Id),
            AxisCell.Of(step.Name),
            AxisCell.Of(finding.Case.Case.Job.Id == shipped.Case.Case.Job.Id ? finding.Case.Case.Lane.Name : finding.Case.Case.Id),
            AxisCell.Of(finding.Case.NativeMultiple),
            above is null ? AxisCell.Of("-") : AxisCell.Of(run.Ratio(above.Case, finding.Case)),
            AxisCell.Of(limit),
            AxisCell.Of(DecisionText.Observed(finding)),
            AxisCell.Of(DecisionText.Of(finding.Verdict)),
        ];
    }
}
