using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>The reference transcode natively, on our fastest build on each engine, and on what people use today: on one axis, with the limits across all of them.</summary>
internal static class ReferencePicture
{
    // What people use today, each with who uses it.
    private static readonly ImmutableDictionary<string, string> Users = ImmutableDictionary<string, string>.Empty
        .Add(Lane.FfmpegWasm.Name, "ffmpeg.wasm, in browsers")
        .Add(MatrixDesign.UncheckedLane.Name, "as GoToSocial embeds it")
        .Add(MatrixDesign.ShippedLane.Name, "as afmpeg ships it");

    /// <summary>The picture of a run that has a multiple of something that people use.</summary>
    /// <param name="report">The run.</param>
    /// <returns>One picture, or none.</returns>
    public static IEnumerable<Picture> Of(RunReport report) => report.Cases
        .Where(summary => summary.Case.Job is { Workload: "transcode", LaneCoverage: LaneCoverage.EveryLane } && Place(summary.Case.Lane) is not null)
        .GroupBy(summary => summary.Case.Job.Id)
        .Select(job => job.OrderBy(summary => Place(summary.Case.Lane)).ToImmutableArray())
        .Where(lanes => lanes.Any(lane => Users.ContainsKey(lane.Case.Lane.Name) && ShownMultiples.Multiple(lane).Reason is null))
        .Select(lanes => new MultiplesPicture(Shown(report, lanes)).Draw())
        .Take(1);

    private static ShownMultiples Shown(RunReport report, ImmutableArray<CaseSummary> lanes)
    {
        var job = lanes[0].Case.Job;
        return new ShownMultiples(job.Workload, [lanes], 1, ShownMultiples.LimitsOf(report, [lanes]))
        {
            Id = "beside-what-people-use",
            Heading = $"Native, ours, and what people use: {job.Workload}/{ShownMultiples.Name(job)}",
            LimitsAcross = true,
            NameOf = lane => Users.GetValueOrDefault(lane.Name, lane.Name),
        };
    }

    // Native first, then ours, then what people use; null for a lane that is not shown.
    private static int? Place(Lane lane) =>
        lane == Lane.NativeOneThread || lane == Lane.NativePortable ? 0
        : lane is { Build: MatrixDesign.DefaultBuild, Mode: LaneMode.Alone, Stop: StopCheck.None, IsCustom: false } ? 1
        : Users.ContainsKey(lane.Name) ? 2
        : null;
}
