using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using OxyPlot;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Readings by number of instances, a curve for each kind of lane, in plots that lie above each other.</summary>
/// <param name="Panels">The plots, from the top.</param>
/// <param name="Kinds">The kinds; each has as many lists of readings as there are plots.</param>
internal sealed record InstanceCurves(ImmutableArray<InstancePanel> Panels, ImmutableArray<InstanceKind> Kinds)
{
    private const double Side = 24;
    private const double LeftAxisWidth = 70;
    private const double TitleHeight = 50;
    private const double PlotHeight = 230;
    private const double AxisHeight = 70;
    private const double Gap = 8;
    private const double Headroom = 1.08;

    // Kinds stand beside each other where they have the same number of instances, by this factor on the logarithmic axis.
    private const double Apart = 1.06;
    private const double Beyond = 1.4;

    /// <summary>Whether anything was read.</summary>
    public bool IsEmpty => !Kinds.SelectMany(kind => kind.Readings).SelectMany(panel => panel).Any(reading => reading.Reading.Reason is null);

    /// <summary>The readings in words.</summary>
    public string Alternative => string.Join(' ', Panels.Select((panel, index) =>
        $"{panel.Title}, by instances. {string.Join(' ', Kinds.Select(kind => $"{kind.Name}: {Readings.List(kind.Readings[index].Select(reading => (Count(reading), reading.Reading)))}"))}"));

    private double Bottom => Top + (Panels.Length * (TitleHeight + PlotHeight));

    private double Top => Legend.Height + Gap;

    private Legend Legend => new(Kinds.Select((kind, index) => (MarkerLook.Of(index), kind.Name)));

    private ImmutableArray<int> Instances =>
        [.. Kinds.SelectMany(kind => kind.Readings).SelectMany(panel => panel).Select(reading => reading.Instances).Distinct().Order()];

    /// <summary>Draws them.</summary>
    /// <returns>The sketch.</returns>
    public Sketch Draw()
    {
        var sketch = new Sketch(Bottom + AxisHeight, new OxyThickness(LeftAxisWidth, Top, Side, AxisHeight));
        sketch.AddBottomAxis(Instances[0] / Beyond, Instances[^1] * Beyond, [.. Instances.Select(count => (double)count)]);
        sketch.Write((LeftAxisWidth + Sketch.Width - Side) / 2, Bottom + AxisHeight - 16, "instances (logarithmic)", HorizontalAlignment.Center);
        Legend.Draw(sketch);
        foreach (var (panel, index) in Panels.Select((panel, index) => (panel, index)))
        {
            DrawPanel(sketch, panel, index);
        }

        return sketch;
    }

    private void DrawPanel(Sketch sketch, InstancePanel panel, int index)
    {
        var (top, height) = (Top + TitleHeight + (index * (TitleHeight + PlotHeight)), Bottom - Top);
        var axis = $"panel-{index}";
        var read = Kinds.SelectMany(kind => kind.Readings[index]).Select(reading => reading.Reading.TryGet(out var estimate) ? estimate.High : 0);
        var high = Headroom * read.Concat(panel.Guides.SelectMany(guide => Instances.Select(count => guide.At(count)))).Max();
        sketch.AddLeftAxis(0, high, axis, (Bottom - top - PlotHeight) / height, (Bottom - top) / height);
        sketch.Write(Side, top - (2 * Gap), panel.Title);
        foreach (var guide in panel.Guides)
        {
            // On to the edge, where its name is, as it is for the largest number.
            var line = Instances.Select(count => new DataPoint(count, guide.At(count))).Append(new DataPoint(Instances[^1] * Beyond, guide.At(Instances[^1])));
            sketch.AddLine(sketch.Guide(Palette.Text, guide.Title), line, stroke: 2, isDashed: true, axis);
            sketch.Write(Sketch.Width - Side, top + (PlotHeight * (1 - (guide.At(Instances[^1]) / high))) - (Gap / 2), guide.Label, HorizontalAlignment.Right);
        }

        foreach (var (kind, number) in Kinds.Select((kind, number) => (kind, number)))
        {
            DrawKind(sketch, panel, kind.Readings[index], number, axis);
        }
    }

    private void DrawKind(Sketch sketch, InstancePanel panel, ImmutableArray<InstanceReading> readings, int number, string axis)
    {
        var look = MarkerLook.Of(number);
        var shift = Math.Pow(Apart, number - ((Kinds.Length - 1) / 2.0));
        var read = readings.Select(reading => (reading, Estimate: reading.Reading.TryGet(out var estimate) ? estimate : null)).Where(reading => reading.Estimate is not null).ToArray();
        sketch.AddLine(
            sketch.Draw(new Ink(look.Paint)), read.Select(reading => new DataPoint(reading.reading.Instances * shift, reading.Estimate!.Value)), stroke: 1.5, yAxis: axis);
        foreach (var (reading, estimate) in read)
        {
            var ink = sketch.Mark(look.Paint, $"{reading.Title}: {panel.Name} {Readings.Say(estimate!)}{panel.Unit}");
            sketch.AddUpright(ink, reading.Instances * shift, estimate!, look, axis);
        }
    }

    private static string Count(InstanceReading reading) => CountText.Of(reading.Instances, "instance");
}
