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
        .Select(job => (Job: job.Key, Lanes: job.GroupBy(row => row.Text("lane")).ToImmutableArray()))
        .Where(job => job.Lanes.Any(lane => Parts(lane).Any()))
        .Select((job, index) => Draw(PictureCatalog.Id(Axis, index), job.Job, job.Lanes));

    private static Picture Draw(string id, string job, ImmutableArray<IGrouping<string, AxisRow>> lanes)
    {
        var canvas = new Canvas();
        var longest = lanes.Max(lane => Parts(lane).Sum(part => part.Seconds.Value));
        var x = new Scale(0, 1.04 * longest, Canvas.Margin, Canvas.Width - Canvas.Margin);
        var top = canvas.WriteLegend(NestedJobs.Parts.Select((part, number) => (Look.OfBar(number), part)));
        var chart = new RowChart(canvas, x, top, rowHeight: 56, markDepth: 38);
        foreach (var lane in lanes.Where(lane => Parts(lane).Any()))
        {
            var whole = Seconds(lane, Whole).Show(estimate => $"{ReadingText.Show(estimate)} s", _ => "whole not measured");
            DrawBar(canvas, x, chart.AddRow(lane.Key, whole) - (BarHeight / 2), lane);
        }

        var words = lanes.Select(lane =>
            $"{lane.Key}: {ReadingText.List(Named(lane).Select(part => Name(part, Seconds(lane, part))))}");
        return canvas.Finish(
            id,
            $"Where the time of {job} goes",
            "Seconds of each part of the job: the difference between one job and the next longer one that contains it. "
                + string.Join(' ', words),
            chart.DrawAxis("time (s)"));
    }

    private static void DrawBar(Canvas canvas, Scale x, double top, IGrouping<string, AxisRow> lane)
    {
        var begin = 0.0;
        foreach (var (number, name, seconds) in Parts(lane))
        {
            var (look, from, to) = (Look.OfBar(number), x.At(begin), x.At(begin + seconds.Value));
            var share = Row(lane, name)!.Number("share").Show(share => $", {ReadingText.Show(share)} % of the whole", _ => "");
            canvas.Mark(look.Paint, $"{lane.Key}: {name} {ReadingText.Show(seconds)} s{share}").Bar(from, to, top, BarHeight);
            var text = Figures.Of(seconds.Value);
            if (to - from > TextFit.WidthOf(text) + Canvas.Margin)
            {
                canvas.Write((from + to) / 2, top + (BarHeight / 2) + (Canvas.FontSize / 3), text, "middle", look.TextOnPaint);
            }

            begin += seconds.Value;
        }
    }

    // Parts that have a length: noise may make the difference that a part is read from negative.
    private static IEnumerable<(int Number, string Name, Estimate Seconds)> Parts(IEnumerable<AxisRow> lane) =>
        from part in NestedJobs.Parts.Index()
        let seconds = Seconds(lane, part.Item).TryGet(out var estimate) ? estimate : null
        where seconds is { Value: > 0 }
        select (part.Index, part.Item, seconds);

    // The parts that the table has of a lane, and the whole.
    private static IEnumerable<string> Named(IEnumerable<AxisRow> lane) =>
        NestedJobs.Parts.Where(part => Row(lane, part) is not null).Append(Whole);

    private static AxisRow? Row(IEnumerable<AxisRow> lane, string part) => lane.FirstOrDefault(row => row.Text("part") == part);

    private static Reading<Estimate> Seconds(IEnumerable<AxisRow> lane, string part) =>
        Row(lane, part)?.Number("seconds") ?? Reading<Estimate>.Unavailable("the table has no such row");

    private static (string Name, Reading<Estimate> Seconds) Name(string part, Reading<Estimate> reading) =>
        (reading.TryGet(out var seconds) && seconds.Value <= 0 ? $"{part} (not above 0, so not drawn)" : part, reading);
}
