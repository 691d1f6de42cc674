using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>What a 60 s reel takes: predicted from shorter ones, and compared with the one that was made.</summary>
public sealed class ReelAxis : IAxis
{
    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        // A family of reels has one line on each lane: it is shown once, by its longest reel. A single length makes no line, and has a note
        // instead of a row.
        var families = run.Cases.Where(summary => ReelJobs.IsReel(summary.Case.Job) && !ReelJobs.IsNaive(summary.Case.Job))
            .GroupBy(summary => (summary.Case.Lane.Name, ReelJobs.Recipe(summary.Case.Job))).ToArray();
        var lines = families.Where(family => family.DistinctBy(summary => summary.Case.Job.Expected.Duration).Count() > 1).ToArray();
        var longest = (lines.Length > 0 ? lines : families)
            .Select(family => family.MaxBy(summary => summary.Case.Job.Expected.Duration)!).ToArray();
        var single = families.Except(lines).SelectMany(family => family).Select(summary => summary.Case.Job.Subject).Distinct().ToArray();
        return longest.Length == 0 ? null : AxisTable.Create(
            "reel",
            $"A {ReelPrediction.TargetSeconds} s reel",
            Sentence(longest),
            longest,
            [
                new("reel", "reel", "The reel that is predicted, or a shorter one if none was planned.",
                    summary => summary.Case.Job.Subject),
                new("lane", "lane", "The lane.", summary => summary.Case.Lane.Name),
                new("fixedCost", "fixed", "s", "What a reel of no length would take, by the line.",
                    summary => summary.Reel.Select(reel => reel.Line.FixedCost)),
                new("costPerSecond", "per second", "s", "What each further second of the reel takes.",
                    summary => summary.Reel.Select(reel => reel.Line.CostPerUnit)),
                new("predicted", "predicted", "s",
                    $"One run of a {ReelPrediction.TargetSeconds} s reel, with the interval of a single further run.",
                    summary => summary.Reel.Select(reel => reel.Predicted)),
                new("measured", "measured", "s", "The one run that was made.",
                    summary => summary.Reel.Then(reel => reel.Observed), Figures.Of),
                new("holds", "prediction", "Whether the measured run lies within the prediction's interval.",
                    summary => summary.Reel.Then(reel => reel.Holds)
                        .Show(holds => holds ? "inside" : "outside", reason => $"not measured: {reason}")),
            ],
            [
                "The line is fitted to all rounds of the shorter reels, weighted so that their error is in proportion to their time; it "
                    + "assumes that a reel's cost grows evenly with its length.",
                .. longest.Where(summary => summary.Reel.TryGet(out var reel) && reel.Line.DistinctAmounts < 3)
                    .Select(summary => $"{summary.Case.Id}: two lengths do not show whether the line is straight."),
                .. lines.Length > 0 && single.Length > 0 ? (string[])[$"No line: {AxisText.List(single)}, of one length on a lane."] : [],
            ]);
    }

    private static Reading<string> Sentence(CaseSummary[] longest)
    {
        var main = AxisInput.MainLane(longest);
        var described = longest.Where(summary => summary.Case.Lane == main || summary.Case.Lane == Lane.Native)
            .OrderBy(summary => !summary.Case.Lane.IsWasm).ToArray();
        var reason = described.Length == 0
            ? "neither native nor a module made a reel"
            : described.Select(summary => summary.Reel.Reason).FirstOrDefault(reason => reason is not null);
        return reason is not null
            ? Reading<string>.Unavailable(reason)
            : Reading<string>.Of($"A {ReelPrediction.TargetSeconds} s reel takes {string.Join("; ", described.Select(Describe))}.");
    }

    private static string Describe(CaseSummary summary) => summary.Reel.Show(
        reel => $"{reel.Predicted.With("s")} on {summary.Case.Lane.Name}"
            + (reel.Line.FixedCost.Low > 0
                ? $" ({reel.Line.FixedCost.With("s")} fixed, {reel.Line.CostPerUnit.With("s")} per second), "
                : $" ({reel.Line.CostPerUnit.With("s")} per second, no fixed cost that was seen), ")
            + reel.Holds.Show(
                holds => $"and the one measured took {reel.Observed.Show(Figures.Of, _ => "")} s, "
                    + (holds ? "as predicted" : "outside the prediction: do not predict long reels from short ones"),
                reason => $"predicted from shorter reels and not compared with one: {reason}"),
        reason => reason);
}
