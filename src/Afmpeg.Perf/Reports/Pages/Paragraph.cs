namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its text.</param>
public sealed record Paragraph(PageText Text) : PageBlock
{
    /// <inheritdoc/>
    public override T Accept<T>(IPageBlockVisitor<T> visitor) => visitor.Visit(this);
}
