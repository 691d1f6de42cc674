using System.Collections.Immutable;
using Afmpeg.Perf.Summaries;
using OxyPlot;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Native multiples of one workload, lane by lane, with their intervals and the limits that judge them: a forest plot.</summary>
/// <param name="shown">What is shown.</param>
internal sealed class MultiplesPicture(ShownMultiples shown)
{
    private const double Side = 24;
    private const double LimitHeight = 28;
    private const double HeadingHeight = 36;
    private const double LaneHeight = 50;
    private const double AxisHeight = 62;
    private const double Gap = 8;

    // How far below the top of its row a lane's name stands, and how far its mark.
    private const double NameDepth = 20;
    private const double MarkDepth = 36;

    // Half the length of an upright line in a row: it is broken by the rows' texts.
    private const double Reach = 9;

    // How much further than its outermost reading the axis goes, as a factor.
    private const double Beyond = 1.12;

    /// <summary>A picture for each workload of a run that has a multiple besides native's.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The pictures, in the order of the cases.</returns>
    public static IEnumerable<Picture> Of(RunReport report) => report.Cases.Select(summary => summary.Case.Job.Workload).Distinct()
        .Select(workload => ShownMultiples.Of(report, workload))
        .Where(shown => !shown.Measured.IsEmpty)
        .Select(shown => new MultiplesPicture(shown).Draw());

    /// <summary>Draws it.</summary>
    /// <returns>The picture.</returns>
    public Picture Draw()
    {
        var isDivided = shown.Jobs.Length > 1;
        var top = (shown.Limits.Length * LimitHeight) + (2 * Gap);
        var bottom = top + (shown.Lanes.Count() * LaneHeight) + (isDivided ? shown.Jobs.Length * HeadingHeight : 0);
        var sketch = new Sketch(bottom + AxisHeight, new OxyThickness(Side, top, Side, AxisHeight));
        double[] ends = [1, .. shown.Measured.SelectMany(multiple => (double[])[multiple.Low, multiple.High]), .. shown.Limits.Select(Bound)];
        var (low, high) = (ends.Min() / Beyond, ends.Max() * Beyond);
        sketch.AddRows(top, bottom);
        sketch.AddBottomAxis(low, high, isLogarithmic: true);
        sketch.Write(Sketch.Width / 2, bottom + AxisHeight - Gap, "time against native's (×, logarithmic); native is 1", HorizontalAlignment.Center);
        var rows = DrawLanes(sketch, top, isDivided);
        AddUpright(sketch, sketch.Guide(Palette.Text, "native: 1"), 1, rows.Values.Order());
        foreach (var (outcome, line) in shown.Limits.Select((outcome, line) => (outcome, line)))
        {
            DrawLimit(sketch, outcome, rows, line, (low, high));
        }

        return sketch.Finish(shown.Id, shown.Title, shown.Alternative);
    }

    // Where each case's mark lies.
    private ImmutableDictionary<string, double> DrawLanes(Sketch sketch, double top, bool isDivided)
    {
        string?[] engines = [null, .. shown.Lanes.Select(lane => lane.Case.Lane.Engine).OfType<string>().Distinct()];
        var rows = ImmutableDictionary.CreateBuilder<string, double>();
        foreach (var lanes in shown.Jobs)
        {
            if (isDivided)
            {
                sketch.Write(Side, top + HeadingHeight - Gap, PlainText.Fit(ShownMultiples.Name(lanes[0].Case.Job), Sketch.Width - (2 * Side), Sketch.FontSize), isBold: true);
                top += HeadingHeight;
            }

            foreach (var lane in lanes)
            {
                DrawLane(sketch, lane, top, lane.Case.Lane.Engine is { } engine ? MarkerLook.Of(Array.IndexOf(engines, engine) - 1) : MarkerLook.Plain);
                rows[lane.Case.Id] = top + MarkDepth;
                top += LaneHeight;
            }
        }

        return rows.ToImmutable();
    }

    private void DrawLane(Sketch sketch, CaseSummary lane, double top, MarkerLook look)
    {
        var multiple = ShownMultiples.Multiple(lane);
        var said = multiple.Show(Readings.Say, _ => lane.Failure is null ? "not measured" : "failed");
        var room = Sketch.Width - (2 * Side) - PlainText.WidthOf($"{said}  ", Sketch.FontSize);
        sketch.Write(Side, top + NameDepth, PlainText.Fit(shown.NameOf(lane.Case.Lane), room, Sketch.FontSize));
        sketch.Write(Sketch.Width - Side, top + NameDepth, said, HorizontalAlignment.Right);
        if (multiple.TryGet(out var estimate))
        {
            sketch.AddAcross(sketch.Mark(look.Paint, $"{lane.Case.Id}: {Readings.Say(estimate)} × native"), estimate, top + MarkDepth, look);
        }
    }

    private void DrawLimit(Sketch sketch, LimitOutcome outcome, ImmutableDictionary<string, double> rows, int line, (double Low, double High) axis)
    {
        var bound = Bound(outcome);
        var ink = sketch.Guide(Palette.Vermillion, $"{outcome.Limit.Id}: {outcome.Bound}");
        AddUpright(sketch, ink, bound, shown.LimitsAcross ? rows.Values.Order() : outcome.Findings.Select(finding => rows[finding.Case.Case.Id]));

        // Its name stands on that side of it where there is more room, with an arrow to where it lies.
        var at = Side + ((Sketch.Width - (2 * Side)) * Math.Log(bound / axis.Low) / Math.Log(axis.High / axis.Low));
        var isLeft = at > Sketch.Width / 2;
        var room = (isLeft ? at : Sketch.Width - at) - Gap;
        var name = $"{outcome.Limit.Id}: {outcome.Limit.Bound}";
        var text = PlainText.Fit(isLeft ? $"{name} ▾" : $"▾ {name}", room, Sketch.FontSize);
        sketch.Write(isLeft ? at + Gap : at - Gap, ((line + 1) * LimitHeight) - (Gap / 2), text, isLeft ? HorizontalAlignment.Right : HorizontalAlignment.Left);
    }

    private static void AddUpright(Sketch sketch, OxyColor ink, double x, IEnumerable<double> rows)
    {
        foreach (var row in rows)
        {
            sketch.AddLine(ink, [new DataPoint(x, row - Reach), new DataPoint(x, row + Reach)], stroke: 3);
        }
    }

    private static double Bound(LimitOutcome outcome) => outcome.Limit.AtMost ?? outcome.Limit.AtLeast ?? 1;
}
