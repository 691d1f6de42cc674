using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What further instances give a batch of jobs: throughput, and how much of each core is put to use.</summary>
internal static class FleetPicture
{
    private const string Axis = "fleet";

    /// <summary>A picture for each batch.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The pictures.</returns>
    public static IEnumerable<Picture> Of(RunReport report) => AxisRow.Of(report, Axis).Where(row => row.Text("lane") != Lane.Native.Name).GroupBy(row => row.Text("batch"))
        .Select(rows => (Batch: rows.Key, Curves: Curves(report, rows.Key, [.. rows])))
        .Where(batch => !batch.Curves.IsEmpty)
        .Select((batch, index) => batch.Curves.Draw().Finish(
            PlainText.Numbered(Axis, index), $"The batch {batch.Batch} over several instances, on {CountText.Of(report.Host.Cores, "core")}", batch.Curves.Alternative));

    private static InstanceCurves Curves(RunReport report, string batch, ImmutableArray<AxisRow> rows)
    {
        var cores = report.Host.Cores;
        ImmutableArray<(string Key, InstancePanel Panel)> panels =
        [
            ("throughput", new InstancePanel("throughput (× one instance)", "throughput", " ×", [InstanceGuide.Ideal(cores)])),
            ("coreEfficiency", new InstancePanel("throughput per core put to use (%)", "per core", " %", [InstanceGuide.Whole()])),
        ];
        return new InstanceCurves(
            [.. panels.Select(panel => panel.Panel)],
            [
                .. rows.GroupBy(row => InstanceRows.KindOf(row.Text("lane"))).Select(kind => new InstanceKind(
                    kind.Key,
                    [.. panels.Select(panel => InstanceRows.Read(kind, panel.Key, lane => CaseIds.Find(report, of => of.Copies > 1, batch, lane)))])),
            ]);
    }
}
