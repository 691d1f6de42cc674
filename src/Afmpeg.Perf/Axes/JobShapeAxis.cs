using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>The same reel by the recipe that one writes first: what decoding each still once saves, without any other build.</summary>
public sealed class JobShapeAxis : IAxis
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("reel", "reel", "", "The reel; both recipes make the same pictures."),
        new("lane", "lane", "", "The lane."),
        new("once", "each still once", "s", "The workload's own recipe."),
        new("naive", "-loop 1", "s", "The recipe that decodes and scales each still for every frame."),
        new("multiple", "slower", "x", "The naive recipe against the other, by paired rounds."),
        new("onceMemory", "memory, once", "MiB", "Largest resident set of the workload's own recipe."),
        new("naiveMemory", "memory, -loop 1", "MiB", "Largest resident set of the naive recipe."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var pairs = run.Jobs().Where(ReelJobs.IsNaive)
            .Select(naive => (Naive: naive, Once: run.Jobs().FirstOrDefault(job => ReelJobs.IsShapeOf(naive, job))))
            .Where(pair => pair.Once is not null)
            .Select(pair => (pair.Naive, Once: pair.Once!))
            .ToImmutableArray();
        return pairs.IsEmpty ? null : new AxisTable(
            "job-shape",
            "The shape of the job",
            Sentence(run, pairs[0].Naive, pairs[0].Once),
            Columns,
            [.. pairs.SelectMany(pair => Lanes(run, pair.Naive, pair.Once).Select(lane => Row(run, lane.Naive, lane.Once)))],
            []);
    }

    private static IEnumerable<(CaseSummary Naive, CaseSummary Once)> Lanes(AxisInput run, Job naive, Job once) =>
        run.Of(naive).Select(summary => (Naive: summary, Once: run.Find(once, summary.Case.Lane)))
            .Where(pair => pair.Once is not null)
            .Select(pair => (pair.Naive, pair.Once!));

    private static ImmutableArray<AxisCell> Row(AxisInput run, CaseSummary naive, CaseSummary once) =>
    [
        AxisCell.Of(once.Case.Job.Subject),
        AxisCell.Of(once.Case.Lane.Name),
        AxisCell.Of(run.Seconds(once)),
        AxisCell.Of(run.Seconds(naive)),
        AxisCell.Of(run.Ratio(naive, once)),
        AxisCell.Of(run.Rounds(once).Then(_ => once.PeakResident).Select(peak => peak.InMebibytes())),
        AxisCell.Of(run.Rounds(naive).Then(_ => naive.PeakResident).Select(peak => peak.InMebibytes())),
    ];

    private static Reading<string> Sentence(AxisInput run, Job naive, Job once)
    {
        var lanes = Lanes(run, naive, once).ToArray();
        var speaker = RoundReading.Speaker(lanes.Select(pair => pair.Naive));
        var told = lanes.Where(pair => pair.Naive.Case.Lane == speaker || pair.Naive.Case.Lane == Lane.Native)
            .Select(pair => (Lane: pair.Naive.Case.Lane.Name, Ratio: run.Ratio(pair.Naive, pair.Once)))
            .ToArray();
        var measured = told.Where(lane => lane.Ratio.Reason is null).Select(lane => lane.Ratio.Show(ratio => Told(lane.Lane, ratio), _ => "")).ToArray();
        return measured.Length > 0
            ? Reading<string>.Of($"The naive recipe of {once.Subject} takes {string.Join(", ", measured)}{Advice(told.Select(lane => lane.Ratio))}.")
            : Reading<string>.Unavailable(told.Select(lane => lane.Ratio.Reason).FirstOrDefault() ?? "no lane ran both recipes");
    }

    private static string Told(string lane, Estimate ratio) =>
        ratio.TellsApart() ? $"{ratio.With("times")} as long on {lane}" : $"no other time that was seen on {lane}";

    private static string Advice(IEnumerable<Reading<Estimate>> ratios) =>
        ratios.All(reading => reading.TryGet(out var ratio) && ratio.Low > 1) ? ": decode each still once, before any other lever" : "";
}
