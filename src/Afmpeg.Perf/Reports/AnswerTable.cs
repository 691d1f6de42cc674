using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports;

/// <summary>
/// The answer at a glance, with which the report and the README start: for the jobs that users know, the native multiple as upstream ships
/// it, without its check, and built for speed, and the tightest limit.
/// </summary>
public static class AnswerTable
{
    private static readonly ImmutableArray<(string Name, string Job, string Suffix)> Jobs =
    [
        ("transcode, hand-held 720p to 360p, x264 veryfast", "transcode/handheld-360p/libx264-veryfast", ""),
        ("afmpeg's own benchmark, x264 veryfast", "transcode/synthetic-120p/libx264-veryfast", ""),
        ("the same with openh264, afmpeg's default", "transcode/synthetic-120p/libopenh264-medium-150k", ""),
        ("reel of two photographs, 24 frames", "reel/stills-excerpt/libx264-veryfast", ""),
        ("thumbnail, JPEG", "thumbnail/handheld-180p/mjpeg", ""),
        ("thumbnail, WebP, as GoToSocial makes it", "thumbnail/handheld-288p/libwebp", ""),
        ("decode 720p", "decode/handheld-720p/null", ""),
        ("batch, one job after the other", "batch/synthetic-120p-xN/libx264-ultrafast", "@runtimes1"),
    ];

    private static readonly ImmutableArray<Lane> Lanes =
    [
        MatrixDesign.ShippedLane, MatrixDesign.UncheckedLane, MatrixDesign.DefaultLane,
        Lane.Wasm(MatrixDesign.OtherEngine, MatrixDesign.DefaultBuild),
    ];

    /// <summary>The columns' headers.</summary>
    public static ImmutableArray<string> Headers { get; } =
        ["job", "as afmpeg ships it", "without the check", "and built for speed", $"and on {MatrixDesign.OtherEngine}", "limit"];

    /// <summary>
    /// The jobs' ids as <see cref="CaseCosts.JobKey"/> writes them, without the size of a batch, which depends on a machine's cores.
    /// </summary>
    public static IEnumerable<string> JobIds => Jobs.Select(job => job.Job);

    /// <summary>The case of one of <see cref="JobIds"/> on a lane, written as these are: a batch has one Runtime.</summary>
    public static string IdOf(string jobId, Lane lane) => $"{jobId}/{lane.Name}{Jobs.Single(job => job.Job == jobId).Suffix}";

    /// <summary>
    /// The rows, with a cell for each of <see cref="Headers"/>. A job for which the run has no module's case is left out.
    /// </summary>
    public static ImmutableArray<ImmutableArray<string>> Rows(RunReport report) =>
    [
        .. Jobs.Select(job => (job.Name, Ids: Lanes.Select(lane => IdOf(job.Job, lane)).ToArray()))
            .Where(row => row.Ids.Any(id => Find(report, id) is not null))
            .Select(row => (ImmutableArray<string>)[row.Name, .. row.Ids.Select(id => Multiple(report, id)), Limit(report, row.Ids)]),
    ];

    /// <summary>What a cell is, and what it leaves out: how long the engine takes to compile the module.</summary>
    public static string Legend(RunReport report)
    {
        var starts = Lanes.Select(lane => Find(report, $"{Jobs[0].Job}/{lane.Name}")).OfType<CaseSummary>()
            .Select(found => found.ColdStart.Show(time => $"{Figures.Of(time.TotalSeconds)} s ({found.Case.Lane.Name})", _ => ""))
            .Where(text => text.Length > 0).ToArray();
        return "Each cell is the job's time divided by native FFmpeg's, with its 95 % interval. Native's time is the whole process. A "
            + "module's time is the guest's run, with the module compiled already, as in a server that keeps its runtime"
            + (starts.Length == 0 ? "." : $". Compiling comes once per process: {AxisText.List(starts)}.");
    }

    private static CaseSummary? Find(RunReport report, string id) =>
        report.Cases.FirstOrDefault(summary => CaseCosts.JobKey(summary.Case.Id) == id);

    private static string Multiple(RunReport report, string id) =>
        Find(report, id)?.NativeMultiple.Show(multiple => multiple.ToString(), _ => "not measured") ?? "-";

    private static string Limit(RunReport report, string[] ids) => report.Findings
        .Where(finding => finding.Limit is { Metric: Metric.NativeMultiple, AtMost: not null })
        .Where(finding => ids.Contains(CaseCosts.JobKey(finding.Case.Case.Id)))
        .Min(finding => finding.Limit.AtMost) is { } most ? $"{most}" : "-";
}
