using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>An item of a list.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Below">What it consists of, as a list below it; empty for most.</param>
public sealed record BulletItem(PageText Text, ImmutableArray<PageText> Below)
{
    /// <summary>An item without a list below it.</summary>
    /// <param name="text">Its text.</param>
    public BulletItem(PageText text)
        : this(text, [])
    {
    }
}
