namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Rows below each other over one axis: each has a name at the left, a value at the right, and room for a mark.</summary>
/// <param name="canvas">What it is drawn on.</param>
/// <param name="x">The axis.</param>
/// <param name="top">Where the first row begins.</param>
/// <param name="rowHeight">How high a row is.</param>
/// <param name="markDepth">How far the middle of a row's mark lies below its top; its texts are in line with the mark, or above it.</param>
internal sealed class RowChart(Canvas canvas, Scale x, double top, double rowHeight, double markDepth)
{
    private const double HeadingHeight = 30;
    private const double TextDepth = 18;
    private const double Right = Canvas.Width - Canvas.Margin;

    private readonly double start = top;
    private double bottom = top;

    /// <summary>Writes a line that the rows below belong to.</summary>
    public void AddHeading(string text)
    {
        canvas.Write(Canvas.Margin, bottom + HeadingHeight - Canvas.Margin, TextFit.Shorten(text, 0.9 * Right), isBold: true);
        bottom += HeadingHeight;
    }

    /// <summary>Writes a row's texts.</summary>
    /// <returns>The middle of its mark.</returns>
    public double AddRow(string name, string value)
    {
        canvas.Write(Canvas.Margin, bottom + TextDepth, TextFit.Shorten(name, Right - Canvas.Margin - TextFit.WidthOf($"{value} ")));
        canvas.Write(Right, bottom + TextDepth, value, "end");
        bottom += rowHeight;
        return bottom - rowHeight + markDepth;
    }

    /// <summary>Draws the axis below the last row.</summary>
    /// <returns>Where it ends.</returns>
    public double DrawAxis(string title) => canvas.DrawBottomAxis(x, start, bottom, title);
}
