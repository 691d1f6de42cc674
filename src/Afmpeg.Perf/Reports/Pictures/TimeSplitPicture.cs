using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;
using OxyPlot;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Where a transcode's time goes on each lane: start-up, decoding, filters, encoding, one upon the other.</summary>
internal static class TimeSplitPicture
{
    private const string Axis = "time-split";
    private const string Whole = "whole";
    private const double Side = 24;
    private const double LaneHeight = 62;
    private const double NameDepth = 20;
    private const double BarTop = 28;
    private const double BarHeight = 26;
    private const double AxisHeight = 62;
    private const double Gap = 8;
    private const double Beyond = 1.04;

    // The shape is a legend's alone: on the bars, the order is the legend's.
    private static readonly ImmutableArray<MarkerLook> Looks =
        [.. ((string[])[Palette.Blue, Palette.Green, Palette.Purple, Palette.Vermillion]).Select(paint => new MarkerLook(paint, MarkerType.Square, Size: 8))];

    /// <summary>A picture for each transcode that was taken apart.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The pictures.</returns>
    public static IEnumerable<Picture> Of(RunReport report) => AxisRow.Of(report, Axis).GroupBy(row => row.Text("job"))
        .Select(job => (Job: job.Key, Lanes: job.GroupBy(row => row.Text("lane")).Select(lane => SplitLane.Of(lane.Key, lane)).ToImmutableArray()))
        .Where(job => job.Lanes.Any(lane => !lane.Drawn.IsEmpty))
        .Select((job, index) => Draw(report, job.Job, job.Lanes, index));

    private static Picture Draw(RunReport report, string job, ImmutableArray<SplitLane> lanes, int index)
    {
        var shown = lanes.Where(lane => !lane.Drawn.IsEmpty).ToArray();
        var legend = new Legend(Looks.Zip(NestedJobs.Parts));
        var top = legend.Height + Gap;
        var bottom = top + (shown.Length * LaneHeight);
        var sketch = new Sketch(bottom + AxisHeight, new OxyThickness(Side, top, Side, AxisHeight));
        var high = Beyond * shown.Max(lane => lane.Drawn.Sum(part => part.Seconds.Value));
        sketch.AddRows(top, bottom);
        sketch.AddBottomAxis(0, high, isLogarithmic: false);
        sketch.Write(Sketch.Width / 2, bottom + AxisHeight - Gap, "time (s)", HorizontalAlignment.Center);
        legend.Draw(sketch);
        foreach (var lane in shown)
        {
            Draw(sketch, lane, CaseIds.Find(report, of => of.LaneCoverage == LaneCoverage.EveryLane, job, lane.Name), top, high);
            top += LaneHeight;
        }

        return sketch.Finish(PlainText.Numbered(Axis, index), $"Where the time of {job} goes", Alternative(lanes));
    }

    private static void Draw(Sketch sketch, SplitLane lane, string id, double top, double high)
    {
        var whole = lane.Whole.Show(estimate => $"{Readings.Say(estimate)} s", _ => "whole not measured");
        var room = Sketch.Width - (2 * Side) - PlainText.WidthOf($"{whole}  ", Sketch.FontSize);
        sketch.Write(Side, top + NameDepth, PlainText.Fit(lane.Name, room, Sketch.FontSize));
        sketch.Write(Sketch.Width - Side, top + NameDepth, whole, HorizontalAlignment.Right);
        var from = 0.0;
        foreach (var (part, seconds) in lane.Drawn)
        {
            var paint = Looks[part.Number % Looks.Length].Paint;
            sketch.AddBar(
                sketch.Mark(paint, $"{id}: {part.Name} {Readings.Say(seconds)} s{part.Share.Show(share => $", {Readings.Say(share)} % of the whole", _ => "")}"),
                from, from + seconds.Value, top + BarTop, top + BarTop + BarHeight);
            Write(sketch, Figures.Of(seconds.Value), Place(from), Place(from + seconds.Value), top, Palette.On(paint));
            from += seconds.Value;
        }

        double Place(double time) => Side + ((Sketch.Width - (2 * Side)) * time / high);
    }

    // The number in its bar, where there is room for it; else in its tooltip and in words.
    private static void Write(Sketch sketch, string number, double left, double right, double top, string paint)
    {
        if (right - left > PlainText.WidthOf(number, Sketch.FontSize) + Gap)
        {
            sketch.Write((left + right) / 2, top + BarTop + (BarHeight / 2) + (Sketch.FontSize / 3), number, HorizontalAlignment.Center, sketch.Draw(new Ink(paint)));
        }
    }

    private static string Alternative(ImmutableArray<SplitLane> lanes) =>
        "Seconds of each part of the job, as what each of the jobs that lie within it adds to the one before. "
        + string.Join(' ', lanes.Select(lane => $"{lane.Name}: {Readings.List(lane.Parts.Select(part => (Name(part), part.Seconds)).Append((Whole, lane.Whole)))}"));

    private static string Name(SplitPart part) =>
        part.Seconds.TryGet(out var seconds) && seconds.Value <= 0 ? $"{part.Name} (not above 0, so not drawn)" : part.Name;
}
