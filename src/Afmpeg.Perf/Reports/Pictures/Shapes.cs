using System.Collections.Immutable;
using Afmpeg.Perf.Statistics;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What pictures are made of, drawn by their axes.</summary>
internal static class Shapes
{
    private const double TickLength = 6;

    /// <summary>The axis at the bottom.</summary>
    /// <param name="sketch">The picture.</param>
    /// <param name="low">Its lower end; above 0 where it is logarithmic.</param>
    /// <param name="high">Its upper end, above the lower.</param>
    /// <param name="isLogarithmic">Whether equal factors have equal lengths.</param>
    public static void AddBottomAxis(this Sketch sketch, double low, double high, bool isLogarithmic)
    {
        Axis axis = isLogarithmic ? new TickedLogAxis { PowerPadding = false } : new LinearAxis { MajorStep = Ticks.Step(high - low) };
        axis.Position = AxisPosition.Bottom;
        sketch.Add(Dress(sketch, axis, low, high));
    }

    /// <summary>A logarithmic axis at the bottom that has ticks where there is something, and no grid.</summary>
    /// <param name="sketch">The picture.</param>
    /// <param name="low">Its lower end, above 0.</param>
    /// <param name="high">Its upper end, above the lower.</param>
    /// <param name="ticks">Its ticks.</param>
    public static void AddBottomAxis(this Sketch sketch, double low, double high, ImmutableArray<double> ticks)
    {
        var axis = Dress(sketch, new TickedLogAxis { PowerPadding = false, Position = AxisPosition.Bottom, At = ticks }, low, high);
        axis.MajorGridlineStyle = LineStyle.None;
        sketch.Add(axis);
    }

    /// <summary>An axis at the left.</summary>
    /// <param name="sketch">The picture.</param>
    /// <param name="low">Its lower end.</param>
    /// <param name="high">Its upper end, above the lower.</param>
    /// <param name="key">Its key, for series of it.</param>
    /// <param name="from">Where it begins, from the bottom, 0 to 1.</param>
    /// <param name="to">Where it ends, 0 to 1.</param>
    public static void AddLeftAxis(this Sketch sketch, double low, double high, string? key = null, double from = 0, double to = 1) =>
        sketch.Add(Dress(
            sketch,
            new LinearAxis { MajorStep = Ticks.Step((high - low) * 2), Position = AxisPosition.Left, Key = key, StartPosition = from, EndPosition = to },
            low,
            high));

    /// <summary>An axis that is the sheet itself: its numbers are heights on it, from the top.</summary>
    /// <param name="sketch">The picture.</param>
    /// <param name="top">Where the rows begin.</param>
    /// <param name="bottom">Where they end.</param>
    public static void AddRows(this Sketch sketch, double top, double bottom) => sketch.Add(new LinearAxis
    {
        Position = AxisPosition.Left,
        StartPosition = 1,
        EndPosition = 0,
        Minimum = top,
        Maximum = bottom,
        MinimumPadding = 0,
        MaximumPadding = 0,
        IsAxisVisible = false,
    });

    /// <summary>A line through points.</summary>
    /// <param name="sketch">The picture.</param>
    /// <param name="ink">Its colour.</param>
    /// <param name="points">The points.</param>
    /// <param name="stroke">How thick it is.</param>
    /// <param name="isDashed">Whether it is dashed.</param>
    /// <param name="yAxis">Its y axis.</param>
    public static void AddLine(this Sketch sketch, OxyColor ink, IEnumerable<DataPoint> points, double stroke = Sketch.Stroke, bool isDashed = false, string? yAxis = null)
    {
        var line = new LineSeries { Color = ink, StrokeThickness = stroke, LineStyle = isDashed ? LineStyle.Dash : LineStyle.Solid };
        line.Points.AddRange(points);
        sketch.Add(line, yAxis);
    }

    /// <summary>A marker.</summary>
    /// <param name="sketch">The picture.</param>
    /// <param name="ink">Its colour.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="look">Its shape.</param>
    /// <param name="yAxis">Its y axis.</param>
    public static void AddMarker(this Sketch sketch, OxyColor ink, DataPoint at, MarkerLook look, string? yAxis = null)
    {
        var marker = new ScatterSeries
        {
            MarkerType = look.Shape,
            MarkerSize = look.Size,
            MarkerFill = look.IsHollow ? OxyColors.Transparent : ink,
            MarkerStroke = look.IsHollow ? ink : OxyColors.Transparent,
            MarkerStrokeThickness = look.IsHollow ? MarkerLook.Outline : 0,
        };
        marker.Points.Add(new ScatterPoint(at.X, at.Y));
        sketch.Add(marker, yAxis);
    }

    /// <summary>An estimate along the bottom axis: its interval as a line, its value as a marker upon it.</summary>
    /// <param name="sketch">The picture.</param>
    /// <param name="ink">Its colour.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="y">How high it lies.</param>
    /// <param name="look">Its marker.</param>
    public static void AddAcross(this Sketch sketch, OxyColor ink, Estimate estimate, double y, MarkerLook look)
    {
        if (estimate.Low < estimate.High)
        {
            sketch.AddLine(ink, [new DataPoint(estimate.Low, y), new DataPoint(estimate.High, y)]);
        }

        sketch.AddMarker(ink, new DataPoint(estimate.Value, y), look);
    }

    /// <summary>An estimate along a left axis.</summary>
    /// <param name="sketch">The picture.</param>
    /// <param name="ink">Its colour.</param>
    /// <param name="x">Where it stands.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="look">Its marker.</param>
    /// <param name="yAxis">Its y axis.</param>
    public static void AddUpright(this Sketch sketch, OxyColor ink, double x, Estimate estimate, MarkerLook look, string? yAxis = null)
    {
        if (estimate.Low < estimate.High)
        {
            sketch.AddLine(ink, [new DataPoint(x, estimate.Low), new DataPoint(x, estimate.High)], yAxis: yAxis);
        }

        sketch.AddMarker(ink, new DataPoint(x, estimate.Value), look, yAxis);
    }

    /// <summary>A bar.</summary>
    /// <param name="sketch">The picture.</param>
    /// <param name="ink">Its colour.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="top">Its upper edge.</param>
    /// <param name="bottom">Its lower edge.</param>
    public static void AddBar(this Sketch sketch, OxyColor ink, double from, double to, double top, double bottom)
    {
        var bar = new RectangleBarSeries { FillColor = ink, StrokeColor = sketch.Text, StrokeThickness = 1 };
        bar.Items.Add(new RectangleBarItem(from, top, to, bottom));
        sketch.Add(bar);
    }

    private static Axis Dress(Sketch sketch, Axis axis, double low, double high)
    {
        axis.Minimum = low;
        axis.Maximum = high;
        axis.MinimumPadding = 0;
        axis.MaximumPadding = 0;
        axis.MajorTickSize = TickLength;
        axis.MinorTickSize = 0;
        axis.TextColor = sketch.Text;
        axis.TicklineColor = sketch.Text;
        axis.AxislineColor = sketch.Text;
        axis.AxislineStyle = LineStyle.Solid;
        axis.MajorGridlineColor = sketch.Faint;
        axis.MajorGridlineStyle = LineStyle.Solid;
        axis.LabelFormatter = number => number.ToString("0.######");
        return axis;
    }
}
