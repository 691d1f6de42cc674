using OxyPlot;
using OxyPlot.Annotations;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A line of text at a place of the sheet, wherever the axes are. OxyPlot's own annotation would read markup into it: a_{b} has an index.</summary>
/// <param name="at">The place of its baseline's start, middle or end.</param>
/// <param name="text">The text.</param>
/// <param name="alignment">Which of them.</param>
internal sealed class SheetText(ScreenPoint at, string text, HorizontalAlignment alignment) : Annotation
{
    /// <inheritdoc/>
    public override void Render(IRenderContext rc)
    {
        base.Render(rc);
        rc.DrawText(at, text, ActualTextColor, ActualFont, ActualFontSize, ActualFontWeight, 0, alignment, VerticalAlignment.Bottom);
    }
}
