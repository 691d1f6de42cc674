using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>
/// How does our fastest build compare with native code and with what people use today? Their multiples on the reference transcode, with the
/// limits across all of them.
/// </summary>
internal static class UsedTodayPicture
{
    private static readonly ImmutableDictionary<string, string> Users = ImmutableDictionary<string, string>.Empty
        .Add(Lane.FfmpegWasm.Name, "ffmpeg.wasm, in browsers")
        .Add(MatrixDesign.UncheckedLane.Name, "as GoToSocial embeds it")
        .Add(MatrixDesign.ShippedLane.Name, "as afmpeg ships it");

    /// <summary>One picture, or none where nothing that people use was measured.</summary>
    public static IEnumerable<Picture> Draw(RunReport report) =>
        (from summary in report.Cases
         where summary.Case.Job is { Workload: "transcode", LaneCoverage: LaneCoverage.EveryLane } && Order(summary.Case.Lane) is not null
         orderby Order(summary.Case.Lane)
         group summary by summary.Case.Job.Id into lanes
         where lanes.Any(lane => Users.ContainsKey(lane.Case.Lane.Name) && MultiplesPicture.Multiple(lane).Reason is null)
         let job = lanes.First().Case.Job
         let title = $"Native, ours, and what people use: {job.Workload}/{MultiplesPicture.NameOfJob(job)}"
         select new MultiplesPicture("beside-what-people-use", title, [[.. lanes]])
         {
             LimitsAcross = true,
             NameOf = lane => Users.GetValueOrDefault(lane.Name, lane.Name),
         }.DrawWith(report)).Take(1);

    // Native first, then ours, then what people use; null for a lane that is not shown.
    private static int? Order(Lane lane) =>
        lane == Lane.NativeOneThread || lane == Lane.NativePortable ? 0
        : lane is { Build: MatrixDesign.DefaultBuild, Mode: LaneMode.Alone, Stop: StopCheck.None, IsCustom: false } ? 1
        : Users.ContainsKey(lane.Name) ? 2
        : null;
}
