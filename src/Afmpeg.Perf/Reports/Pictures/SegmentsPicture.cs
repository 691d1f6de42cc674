using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What further instances give one job that is split over them: how much sooner it is done, how much of each core is put to use, and how that compares with native.</summary>
internal static class SegmentsPicture
{
    private const string Axis = "segments";

    /// <summary>A picture for each job that was split.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The pictures.</returns>
    public static IEnumerable<Picture> Of(RunReport report) => AxisRow.Of(report, Axis).Where(row => row.Text("lane") != Lane.Native.Name).GroupBy(row => row.Text("job"))
        .Select(rows => (Job: rows.Key, Curves: Curves(report, rows.Key, [.. rows])))
        .Where(job => !job.Curves.IsEmpty)
        .Select((job, index) => job.Curves.Draw().Finish(
            PlainText.Numbered(Axis, index), $"{job.Job} split over several instances, on {CountText.Of(report.Host.Cores, "core")}", job.Curves.Alternative));

    private static InstanceCurves Curves(RunReport report, string job, ImmutableArray<AxisRow> rows)
    {
        var cores = report.Host.Cores;
        string Id(string lane) => CaseIds.Find(report, of => of.LaneCoverage == LaneCoverage.Segments, job, lane);

        // The gain is relative to one instance, which is 1 by definition and not a reading.
        ImmutableArray<InstanceReading> Gain(IEnumerable<AxisRow> kind) => InstanceRows.Read(kind.Where(row => row.Text("lane").Contains('@', StringComparison.Ordinal)), "gain", Id);
        return new InstanceCurves(
            [
                new InstancePanel("gain (× one instance)", "gain", " ×", [InstanceGuide.Ideal(cores)]),
                new InstancePanel("gain per core put to use (%)", "per core", " %", [InstanceGuide.Whole()]),
                new InstancePanel("time against native's (×)", "native multiple", " × native", [new InstanceGuide("native", "native: 1", _ => 1), new InstanceGuide("goal", $"the goal: at most {SegmentsAxis.Goal}", _ => SegmentsAxis.Goal)]),
            ],
            [
                .. rows.GroupBy(row => row.Text("lane").Split('@')[0]).Select(kind => new InstanceKind(
                    kind.Key,
                    [
                        Gain(kind),
                        [.. Gain(kind).Select(gain => gain with { Reading = gain.Reading.Select(times => times.Map(factor => 100 * factor / Math.Min(gain.Instances, cores))) })],
                        InstanceRows.Read(kind, "nativeMultiple", Id),
                    ])),
            ]);
    }
}
