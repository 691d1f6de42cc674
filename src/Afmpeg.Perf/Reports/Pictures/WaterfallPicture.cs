using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;
using OxyPlot;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>How the native multiple of the reference transcode comes about: threads, then assembly, then the sandbox, each from where the one before ends.</summary>
internal static class WaterfallPicture
{
    private const double Side = 24;
    private const double BarsFrom = 124;
    private const double BarsTo = 446;
    private const double HeadingHeight = 38;
    private const double StepHeight = 38;
    private const double BarHeight = 22;
    private const double AxisHeight = 62;
    private const double Gap = 8;
    private const double Beyond = 1.06;

    private static readonly ImmutableArray<(string Name, string Paint, Func<Decomposition, double> Factor)> Steps =
    [
        ("threads", Palette.Blue, parts => parts.Threads),
        ("assembly", Palette.Green, parts => parts.Assembly),
        ("sandbox", Palette.Purple, parts => parts.Sandbox),
    ];

    /// <summary>The picture of the first reference transcode that has factors.</summary>
    /// <param name="report">The run.</param>
    /// <returns>One picture, or none where no lane of a reference transcode has factors.</returns>
    public static IEnumerable<Picture> Of(RunReport report) => report.Cases
        .Where(summary => summary.Case.Job is { Workload: "transcode", LaneCoverage: LaneCoverage.EveryLane })
        .GroupBy(summary => summary.Case.Job.Id)
        .Select(job => Of([.. job]))
        .OfType<Picture>()
        .Take(1);

    private static Picture? Of(ImmutableArray<CaseSummary> cases)
    {
        var lanes = Lanes(cases).Select(lane => (Lane: lane, Reading: Read(lane))).ToArray();
        var read = lanes.Select(lane => lane.Reading.TryGet(out var found) ? (lane.Lane, found.Parts, found.Multiple) : default).Where(lane => lane.Lane is not null).ToArray();
        if (read.Length == 0)
        {
            return null;
        }

        var bottom = Gap + (read.Length * (HeadingHeight + ((Steps.Length + 1) * StepHeight)));
        var sketch = new Sketch(bottom + AxisHeight, new OxyThickness(BarsFrom, Gap, Sketch.Width - BarsTo, AxisHeight));
        double[] ends = [1, .. read.SelectMany(lane => (double[])[.. Levels(lane.Parts), lane.Multiple.Low, lane.Multiple.High])];
        sketch.AddRows(Gap, bottom);
        sketch.AddBottomAxis(ends.Min() / Beyond, ends.Max() * Beyond, isLogarithmic: true);
        sketch.Write(Sketch.Width / 2, bottom + AxisHeight - Gap, "time against native's (×, logarithmic); native is 1", HorizontalAlignment.Center);
        foreach (var (lane, index) in read.Select((lane, index) => (lane, index)))
        {
            Draw(sketch, lane.Lane, lane.Parts, lane.Multiple, Gap + (index * (HeadingHeight + ((Steps.Length + 1) * StepHeight))));
        }

        var job = cases[0].Case.Job;
        return sketch.Finish("waterfall", $"From native to WebAssembly, factor by factor: {job.Workload}/{ShownMultiples.Name(job)}", Alternative(lanes));
    }

    // The shipped subjects, and the lane that axes are read on.
    private static IEnumerable<CaseSummary> Lanes(ImmutableArray<CaseSummary> cases)
    {
        var names = new[] { MatrixDesign.ShippedLane.Name, MatrixDesign.UncheckedLane.Name, AxisInput.MainLane(cases)?.Name };
        return names.Distinct().SelectMany(name => cases.Where(summary => summary.Case.Lane.Name == name));
    }

    private static Reading<(Decomposition Parts, Estimate Multiple)> Read(CaseSummary lane) =>
        ShownMultiples.Multiple(lane).Then(multiple => lane.Decomposition.Select(parts => (parts, multiple)));

    // Where native is, and where each step ends.
    private static double[] Levels(Decomposition parts) =>
        [.. Steps.Aggregate(ImmutableArray.Create(1.0), (levels, step) => levels.Add(levels[^1] * step.Factor(parts)))];

    private static void Draw(Sketch sketch, CaseSummary lane, Decomposition parts, Estimate multiple, double top)
    {
        sketch.Write(Side, top + HeadingHeight - (2 * Gap), PlainText.Fit(lane.Case.Lane.Name, Sketch.Width - (2 * Side), Sketch.FontSize), isBold: true);
        var levels = Levels(parts);
        top += HeadingHeight;
        foreach (var (step, index) in Steps.Select((step, index) => (step, index)))
        {
            var factor = Figures.Of(step.Factor(parts));
            Label(sketch, step.Name, $"× {factor}", top);
            sketch.AddBar(sketch.Mark(step.Paint, $"{lane.Case.Id}: {step.Name} × {factor}"), levels[index], levels[index + 1], top, top + BarHeight);
            // From where it ends to where the next begins.
            sketch.AddLine(sketch.Text, [new DataPoint(levels[index + 1], top + BarHeight), new DataPoint(levels[index + 1], top + StepHeight)], stroke: 1);
            top += StepHeight;
        }

        Label(sketch, "together", multiple.ToString(), top);
        sketch.AddAcross(sketch.Mark(Palette.Text, $"{lane.Case.Id}: {multiple} × native"), multiple, top + (BarHeight / 2), MarkerLook.Plain);
    }

    private static void Label(Sketch sketch, string name, string value, double top)
    {
        var baseline = top + (BarHeight / 2) + (Sketch.FontSize / 3);
        sketch.Write(Side, baseline, name);
        sketch.Write(Sketch.Width - Side, baseline, value, HorizontalAlignment.Right);
    }

    private static string Alternative(IEnumerable<(CaseSummary Lane, Reading<(Decomposition Parts, Estimate Multiple)> Reading)> lanes) =>
        "The factors whose product is the native multiple: one thread instead of all, C instead of assembly, WebAssembly instead of native code. They have no intervals of their own. "
        + string.Join(' ', lanes.Select(lane => lane.Reading.Show(
            read => $"{lane.Lane.Case.Id}: {string.Join(", ", Steps.Select(step => $"{step.Name} {Figures.Of(step.Factor(read.Parts))}"))}, together {read.Multiple}.",
            reason => $"{lane.Lane.Case.Id}: not measured ({reason}).")));
}
