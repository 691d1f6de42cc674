using OxyPlot;
using OxyPlot.Annotations;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A marker at a place of the sheet, wherever the axes are: what a legend explains.</summary>
/// <param name="at">Its middle.</param>
/// <param name="look">Its shape.</param>
/// <param name="ink">Its colour.</param>
internal sealed class SheetMarker(ScreenPoint at, MarkerLook look, OxyColor ink) : Annotation
{
    /// <inheritdoc/>
    public override void Render(IRenderContext rc)
    {
        base.Render(rc);
        var (fill, stroke, thickness) = look.IsHollow ? (OxyColors.Transparent, ink, MarkerLook.Outline) : (ink, OxyColors.Transparent, 0);
        rc.DrawMarker(at, look.Shape, null, look.Size, fill, stroke, thickness, EdgeRenderingMode.Automatic);
    }
}
