using System.Collections.Immutable;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

/// <summary>Encoder settings for rules about their pictures: made by hand, or as the tables of a report have them.</summary>
internal static class SettingRows
{
    /// <summary>Adds a setting of the default lane to a run.</summary>
    public static AxisRun AddSetting(this AxisRun run, EncoderSetting setting, double seconds, long bytes, double psnr) => run.Add(
        AxisRun.Job(LaneCoverage.DefaultLane, setting),
        SyntheticRun.Default,
        seconds,
        row => row with { OutputBytes = bytes, PsnrYDb = psnr, Ssim = 0.98, LowestPsnrYDb = psnr - 5 });

    /// <summary>The rows that an axis's first picture draws: those of its first subject that have all of these numbers.</summary>
    public static ImmutableArray<TableRow> Drawn(this RunReport report, string axis, params string[] keys) =>
        [.. TableRow.Of(report, axis).Where(row => keys.All(row.HasNumber)).GroupBy(row => row.Text("subject")).First()];

    /// <summary>How many marks the pictures of a kind have, over all subjects.</summary>
    public static int Marks(this RunReport report, string id) => PictureCatalog.Of(report)
        .Where(picture => picture.Id == id || picture.Id.StartsWith($"{id}-", StringComparison.Ordinal)).Sum(picture => new DrawnPicture(picture).Marks.Length);

    /// <summary>The case of a row's subject and of this setting on the default lane.</summary>
    public static string CaseOf(this RunReport report, TableRow row, string setting) => report.Cases.Select(summary => summary.Case)
        .First(benchmarkCase => $"{benchmarkCase.Job.Workload}/{benchmarkCase.Job.Subject}" == row.Text("subject") && benchmarkCase.Job.Setting.Title == setting && benchmarkCase.Lane == SyntheticRun.Default).Id;
}
