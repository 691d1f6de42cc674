using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A few numbers that are to be seen first.</summary>
/// <param name="Numbers">The numbers, 1 or more.</param>
public sealed record KeyNumbers(ImmutableArray<KeyNumber> Numbers) : PageBlock
{
    /// <inheritdoc/>
    public override T Accept<T>(IPageBlockVisitor<T> visitor) => visitor.Visit(this);
}
