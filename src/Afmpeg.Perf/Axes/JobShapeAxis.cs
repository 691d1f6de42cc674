using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>The same reel by the recipe that one writes first: what decoding each still once saves, without any other build.</summary>
public sealed class JobShapeAxis : IAxis
{
    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var jobs = run.Jobs().Where(ReelJobs.IsNaive)
            .Select(naive => (Naive: naive, Once: run.Jobs().FirstOrDefault(job => ReelJobs.IsShapeOf(naive, job))!))
            .Where(pair => pair.Once is not null).ToArray();
        (CaseSummary Naive, CaseSummary Once)[] lanes =
        [
            .. jobs.SelectMany(pair => run.Of(pair.Naive).Select(naive => (Naive: naive, Once: run.Find(pair.Once, naive.Case.Lane)!)))
                .Where(pair => pair.Once is not null),
        ];
        Reading<Estimate> Memory(CaseSummary summary) => run.Rounds(summary).Then(_ => summary.PeakResident)
            .Select(peak => peak.InMebibytes());
        return jobs.Length == 0 ? null : AxisTable.Create(
            "job-shape",
            "The shape of the job",
            Sentence(run, jobs[0].Once.Subject, [.. lanes.Where(pair => pair.Naive.Case.Job.Id == jobs[0].Naive.Id)]),
            lanes,
            [
                new("reel", "reel", "The reel; both recipes make the same pictures.", pair => pair.Once.Case.Job.Subject),
                new("lane", "lane", "The lane.", pair => pair.Once.Case.Lane.Name),
                new("once", "each still once", "s", "The workload's own recipe.", pair => run.Seconds(pair.Once)),
                new("naive", "-loop 1", "s", "The recipe that decodes and scales each still for every frame.",
                    pair => run.Seconds(pair.Naive)),
                new("multiple", "slower", "x", "The naive recipe against the other, by paired rounds.",
                    pair => run.Ratio(pair.Naive, pair.Once)),
                new("onceMemory", "memory, once", "MiB", "Largest resident set of the workload's own recipe.", pair => Memory(pair.Once)),
                new("naiveMemory", "memory, -loop 1", "MiB", "Largest resident set of the naive recipe.", pair => Memory(pair.Naive)),
            ]);
    }

    private static Reading<string> Sentence(AxisInput run, string subject, (CaseSummary Naive, CaseSummary Once)[] lanes)
    {
        var main = AxisInput.MainLane(lanes.Select(pair => pair.Naive));
        var ratios = lanes.Where(pair => pair.Naive.Case.Lane == main || pair.Naive.Case.Lane == Lane.Native)
            .Select(pair => (Lane: pair.Naive.Case.Lane.Name, Ratio: run.Ratio(pair.Naive, pair.Once))).ToArray();
        var isAlwaysSlower = ratios.All(lane => lane.Ratio.TryGet(out var ratio) && ratio.Low > 1);
        var found = AxisText.Found(ratios.Select(lane => lane.Ratio.Select(ratio => ratio.TellsApart()
            ? $"{ratio.With("times")} as long on {lane.Lane}"
            : $"no longer, as far as measured, on {lane.Lane}")));
        return found.Length > 0
            ? Reading<string>.Of($"The naive recipe of {subject} takes {string.Join(", ", found)}"
                + $"{(isAlwaysSlower ? ": decode each still once, before any other lever" : "")}.")
            : Reading<string>.Unavailable(ratios.Select(lane => lane.Ratio.Reason).FirstOrDefault() ?? "no lane ran both recipes");
    }
}
