using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A list without an order.</summary>
/// <param name="Items">Its items; nothing is shown where there is none.</param>
public sealed record BulletList(ImmutableArray<BulletItem> Items) : PageBlock
{
    /// <summary>A list of plain items.</summary>
    /// <param name="items">The items.</param>
    /// <returns>The list.</returns>
    public static BulletList Of(params IEnumerable<PageText> items) => new([.. items.Select(item => new BulletItem(item))]);

    /// <inheritdoc/>
    public override T Accept<T>(IPageBlockVisitor<T> visitor) => visitor.Visit(this);
}
