using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Where does a transcode's time go? Start-up, decoding, filters and encoding on each lane, one bar after the other.</summary>
internal static class TimeSplitPicture
{
    private const string Axis = "time-split";
    private const string Whole = "whole";
    private const double BarHeight = 24;

    /// <summary>A picture for each transcode that was split.</summary>
    public static IEnumerable<Picture> Draw(RunReport report) => AxisRow.Groups(report, Axis, "job")
        .Select(job => (Job: job.Key, Lanes: job.GroupBy(row => row.Text("lane")).ToDictionary(lane => lane.Key, lane => (ILookup<string, AxisRow>)lane.ToLookup(row => row.Text("part")))))
        .Where(job => job.Lanes.Values.Any(lane => Parts(lane).Any()))
        .Select((job, index) => Draw(PictureCatalog.Id(Axis, index), job.Job, job.Lanes));

    private static Picture Draw(string id, string job, IReadOnlyDictionary<string, ILookup<string, AxisRow>> lanes)
    {
        const double Beyond = 1.04;
        var canvas = new Canvas();
        var high = Beyond * lanes.Values.Max(lane => Parts(lane).Sum(part => part.Seconds.Value));
        var x = new Scale(0, high, Canvas.Margin, Canvas.Width - Canvas.Margin);
        var top = canvas.WriteLegend(NestedJobs.Parts.Select((part, number) => (Look.OfBar(number), part)));
        var chart = new RowChart(canvas, x, top, rowHeight: 56, markDepth: 38);
        foreach (var (name, lane) in lanes.Where(lane => Parts(lane.Value).Any()))
        {
            var whole = Seconds(lane, Whole).Show(estimate => $"{ReadingText.Show(estimate)} s", _ => "whole not measured");
            DrawBar(canvas, x, chart.AddRow(name, whole) - (BarHeight / 2), name, lane);
        }

        return canvas.Finish(id, $"Where the time of {job} goes", Alternative(lanes), chart.DrawAxis("time (s)"));
    }

    private static void DrawBar(Canvas canvas, Scale x, double top, string lane, ILookup<string, AxisRow> rows)
    {
        var from = 0.0;
        foreach (var (number, name, seconds) in Parts(rows))
        {
            var (look, to) = (Look.OfBar(number), from + seconds.Value);
            var share = rows[name].First().Number("share").Show(share => $", {ReadingText.Show(share)} % of the whole", _ => "");
            canvas.Mark(look.Paint, $"{lane}: {name} {ReadingText.Show(seconds)} s{share}").Bar(x.At(from), x.At(to), top, BarHeight);
            var text = Figures.Of(seconds.Value);
            if (x.At(to) - x.At(from) > TextFit.WidthOf(text) + Canvas.Margin)
            {
                canvas.Write((x.At(from) + x.At(to)) / 2, top + (BarHeight / 2) + (Canvas.FontSize / 3), text, "middle", look.TextOnPaint);
            }

            from = to;
        }
    }

    // Parts that have a length: noise may make the difference that a part is read from negative.
    private static IEnumerable<(int Number, string Name, Estimate Seconds)> Parts(ILookup<string, AxisRow> lane) => NestedJobs.Parts
        .Select((part, number) => (number, part, Seconds: Seconds(lane, part).TryGet(out var seconds) ? seconds : null))
        .Where(part => part.Seconds is { Value: > 0 })
        .Select(part => (part.number, part.part, part.Seconds!));

    private static Reading<Estimate> Seconds(ILookup<string, AxisRow> lane, string part) =>
        lane[part].FirstOrDefault()?.Number("seconds") ?? Reading<Estimate>.Unavailable("the table has no such row");

    private static string Alternative(IEnumerable<KeyValuePair<string, ILookup<string, AxisRow>>> lanes) =>
        "Seconds of each part of the job, as what each of the jobs that lie within it adds to the one before. "
        + string.Join(' ', lanes.Select(lane => $"{lane.Key}: {ReadingText.List(NestedJobs.Parts.Append(Whole).Select(part => Name(part, Seconds(lane.Value, part))))}"));

    private static (string Name, Reading<Estimate> Seconds) Name(string part, Reading<Estimate> reading) =>
        (reading.TryGet(out var seconds) && seconds.Value <= 0 ? $"{part} (not above 0, so not drawn)" : part, reading);
}
