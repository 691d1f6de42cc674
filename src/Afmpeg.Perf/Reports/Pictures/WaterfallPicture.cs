using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What makes up the native multiple? Threads, then assembly, then the sandbox, each from where the factor before ends.</summary>
internal static class WaterfallPicture
{
    private const double RowHeight = 32;
    private const double BarHeight = 20;

    private static readonly ImmutableArray<(string Name, Func<Decomposition, double> Factor)> Steps =
        [("threads", parts => parts.Threads), ("assembly", parts => parts.Assembly), ("sandbox", parts => parts.Sandbox)];

    /// <summary>The picture of the first reference transcode that has factors; none where no lane has.</summary>
    public static IEnumerable<Picture> Draw(RunReport report) => report.Cases
        .Where(summary => summary.Case.Job is { Workload: "transcode", LaneCoverage: LaneCoverage.EveryLane })
        .GroupBy(summary => summary.Case.Job.Id)
        .Select(job => Lanes([.. job]))
        .Where(lanes => lanes.Any(lane => Read(lane).Reason is null))
        .Select(Draw)
        .Take(1);

    // The shipped subjects, and the lane that axes are read on.
    private static ImmutableArray<CaseSummary> Lanes(ImmutableArray<CaseSummary> cases)
    {
        var names = new[] { MatrixDesign.ShippedLane.Name, MatrixDesign.UncheckedLane.Name, AxisInput.MainLane(cases)?.Name };
        return [.. names.Distinct().SelectMany(name => cases.Where(summary => summary.Case.Lane.Name == name))];
    }

    private static Reading<(Decomposition Parts, Estimate Multiple)> Read(CaseSummary lane) =>
        MultiplesPicture.Multiple(lane).Then(multiple => lane.Decomposition.Select(parts => (parts, multiple)));

    private static Picture Draw(ImmutableArray<CaseSummary> lanes)
    {
        var read = lanes.Select(lane => (lane.Case, IsRead: Read(lane).TryGet(out var found), Found: found))
            .Where(lane => lane.IsRead).Select(lane => (lane.Case, lane.Found.Parts, lane.Found.Multiple)).ToArray();
        var canvas = new Canvas();
        var x = Scale.Across(
            [.. read.SelectMany(lane => (double[])[.. Levels(lane.Parts), lane.Multiple.Low, lane.Multiple.High])],
            from: TextFit.WidthOf("assembly ") + Canvas.Margin,
            to: Canvas.Width - TextFit.WidthOf(" 00.0 [00.0, 00.0]"));
        var chart = new RowChart(canvas, x, top: 0, RowHeight, markDepth: 13);
        foreach (var (declared, parts, multiple) in read)
        {
            chart.AddHeading(declared.Lane.Name);
            var levels = Levels(parts);
            foreach (var (index, step) in Steps.Index())
            {
                var factor = Figures.Of(step.Factor(parts));
                var (y, from, to) = (chart.AddRow(step.Name, $"× {factor}"), x.At(levels[index]), x.At(levels[index + 1]));
                canvas.Mark(Look.OfKind(index).Paint, $"{declared.Id}: {step.Name} × {factor}")
                    .Bar(from, to, y - (BarHeight / 2), BarHeight);
                canvas.Draw(Look.Text).Line([(to, y + (BarHeight / 2)), (to, y + RowHeight - (BarHeight / 2))], thickness: 1);
            }

            var end = chart.AddRow("together", multiple.ToString());
            canvas.Mark(Look.Text, $"{declared.Id}: {multiple} × native")
                .Interval(Look.Native, (x.At(multiple.Low), end), (x.At(multiple.Value), end), (x.At(multiple.High), end));
        }

        var job = lanes[0].Case.Job;
        var words = lanes.Select(lane => $"{lane.Case.Id}: " + Read(lane).Show(
            found => string.Concat(Steps.Select(step => $"{step.Name} {Figures.Of(step.Factor(found.Parts))}, "))
                + $"together {found.Multiple}.",
            reason => $"not measured ({reason})."));
        return canvas.Finish(
            "waterfall",
            $"From native to WebAssembly, factor by factor: {job.Workload}/{MultiplesPicture.NameOfJob(job)}",
            "The factors whose product is the native multiple: one thread instead of all, C instead of assembly, WebAssembly instead of "
                + $"native code. They have no intervals of their own. {string.Join(' ', words)}",
            chart.DrawAxis(MultiplesPicture.AxisTitle));
    }

    // Where native is, and where each step ends.
    private static ImmutableArray<double> Levels(Decomposition parts) =>
        Steps.Aggregate(ImmutableArray.Create(1.0), (levels, step) => levels.Add(levels[^1] * step.Factor(parts)));
}
