using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A part of the page under a heading. Sections lie in sections: how deep says which heading it is, so that no level is left out.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What stands below it.</param>
public sealed record PageSection(string Heading, ImmutableArray<PageBlock> Blocks) : PageBlock
{
    /// <summary>The sections in it.</summary>
    public IEnumerable<PageSection> Sections => Blocks.OfType<PageSection>();

    /// <inheritdoc/>
    public override T Accept<T>(IPageBlockVisitor<T> visitor) => visitor.Visit(this);
}
