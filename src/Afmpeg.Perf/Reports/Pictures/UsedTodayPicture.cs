using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
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
    public static IEnumerable<Picture> Draw(RunReport report) => report.Cases
        .Where(summary => summary.Case.Job is { Workload: "transcode", LaneCoverage: LaneCoverage.EveryLane } && Order(summary.Case.Lane) is not null)
        .GroupBy(summary => summary.Case.Job.Id)
        .Select(lanes => lanes.OrderBy(summary => Order(summary.Case.Lane)).ToImmutableArray())
        .Where(lanes => lanes.Any(lane => Users.ContainsKey(lane.Case.Lane.Name) && MultiplesPicture.Multiple(lane).Reason is null))
        .Select(lanes => Draw(report, lanes))
        .Take(1);

    private static Picture Draw(RunReport report, ImmutableArray<CaseSummary> lanes)
    {
        var job = lanes[0].Case.Job;
        var title = $"Native, ours, and what people use: {job.Workload}/{MultiplesPicture.NameOfJob(job)}";
        return new MultiplesPicture("beside-what-people-use", title, [lanes], MultiplesPicture.LimitsOf(report, [lanes]))
        {
            LimitsAcross = true,
            NameOf = lane => Users.GetValueOrDefault(lane.Name, lane.Name),
        }.Draw();
    }

    // Native first, then ours, then what people use; null for a lane that is not shown.
    private static int? Order(Lane lane) =>
        lane == Lane.NativeOneThread || lane == Lane.NativePortable ? 0
        : lane is { Build: MatrixDesign.DefaultBuild, Mode: LaneMode.Alone, Stop: StopCheck.None, IsCustom: false } ? 1
        : Users.ContainsKey(lane.Name) ? 2
        : null;
}
