using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A picture.</summary>
/// <param name="Picture">The picture.</param>
public sealed record PictureBlock(Picture Picture) : PageBlock
{
    /// <summary>The file beside report.md that holds it, from the report's folder.</summary>
    public string FileName => $"pictures/{Picture.Id}.svg";

    /// <inheritdoc/>
    public override T Accept<T>(IPageBlockVisitor<T> visitor) => visitor.Visit(this);
}
