using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>The report for people, as data: report.md and report.html are two ways to write down this one page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="FirstScreen">What one sees first, without a heading of its own; it can stand alone.</param>
/// <param name="Sections">The rest, in order.</param>
public sealed record ReportPage(string Title, ImmutableArray<PageBlock> FirstScreen, ImmutableArray<PageSection> Sections)
{
    /// <summary>Whether it is short enough to need no list of contents.</summary>
    public bool IsShort { get; init; }

    /// <summary>The page without what is only looked up, which the appendix has.</summary>
    /// <param name="appendix">The name of the file with the whole page.</param>
    /// <returns>The short page.</returns>
    public ReportPage InShort(string appendix) => this with
    {
        Sections =
        [
            .. Sections.Select(Short).OfType<PageSection>(),
            new PageSection("The rest", [new Paragraph(PageText.Code(appendix, " beside this file has every table, what its columns mean, and the evidence of each limit."))]),
        ],
    };

    // Null where nothing is left.
    private static PageSection? Short(PageSection section)
    {
        ImmutableArray<PageBlock> kept =
        [
            .. section.Blocks.Where(block => !block.IsDetail).Select(block => block is PageSection below ? Short(below) : block).OfType<PageBlock>(),
        ];
        return section.IsDetail || kept.IsEmpty ? null : section with { Blocks = kept };
    }

    /// <summary>Every block of the page, those of sections and sections themselves included, in the order in which a reader meets them.</summary>
    public IEnumerable<PageBlock> AllBlocks => [.. FirstScreen.SelectMany(Within), .. Sections.SelectMany(Within)];

    private static IEnumerable<PageBlock> Within(PageBlock block) =>
        block is PageSection section ? section.Blocks.SelectMany(Within).Prepend(section) : [block];
}
