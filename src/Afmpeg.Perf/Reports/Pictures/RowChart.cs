namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>
/// Rows below each other over one axis: each has a name at the left, a value at the right, and a mark whose middle lies markDepth below the
/// top of the row, in line with the texts or under them.
/// </summary>
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

    /// <summary>Writes a row's texts. Returns the middle of its mark.</summary>
    public double AddRow(string name, string value)
    {
        canvas.Write(Canvas.Margin, bottom + TextDepth, TextFit.Shorten(name, Right - Canvas.Margin - TextFit.WidthOf($"{value} ")));
        canvas.Write(Right, bottom + TextDepth, value, "end");
        bottom += rowHeight;
        return bottom - rowHeight + markDepth;
    }

    /// <summary>Draws the axis below the last row. Returns where it ends.</summary>
    public double DrawAxis(string title) => canvas.DrawBottomAxis(x, start, bottom, title);
}
