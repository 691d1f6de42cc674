namespace Afmpeg.Perf.Reports.Pages;

/// <summary>The statement that the page exists for.</summary>
/// <param name="Text">The statement.</param>
public sealed record Lead(PageText Text) : PageBlock
{
    /// <inheritdoc/>
    public override T Accept<T>(IPageBlockVisitor<T> visitor) => visitor.Visit(this);
}
