namespace Afmpeg.Perf.Reports.Pages;

/// <summary>The report for people, as data: report.md, appendix.md and report.html all render it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="FirstScreen">What a reader sees first, without a heading of its own. It also stands alone, as a CI job's summary.</param>
/// <param name="Sections">The rest, in order.</param>
public sealed record ReportPage(string Title, ImmutableArray<PageBlock> FirstScreen, ImmutableArray<PageSection> Sections)
{
    /// <summary>Whether the page is too short to need a list of contents.</summary>
    public bool IsShort { get; init; }

    /// <summary>Every block in reading order: sections, and the blocks inside them.</summary>
    public IEnumerable<PageBlock> AllBlocks => [.. FirstScreen.SelectMany(Within), .. Sections.SelectMany(Within)];

    /// <summary>The page without details, its pictures by their titles; its last section points to the file that has them.</summary>
    public ReportPage InShort(string appendix) => this with
    {
        FirstScreen = [.. FirstScreen.Select(Brief)],
        Sections =
        [
            .. Sections.Select(Short).OfType<PageSection>(),
            new PageSection("The rest", [new Paragraph(PageText.Code(
                appendix, ", in the same folder, has every table, the meaning of each column, and the evidence for each limit."))]),
        ],
    };

    // Null where nothing is left.
    private static PageSection? Short(PageSection section)
    {
        ImmutableArray<PageBlock> kept =
        [
            .. section.Blocks.Where(block => !block.IsDetail)
                .Select(block => block is PageSection below ? Short(below) : Brief(block)).OfType<PageBlock>(),
        ];
        return section.IsDetail || kept.IsEmpty ? null : section with { Blocks = kept };
    }

    private static PageBlock Brief(PageBlock block) =>
        block is PictureBlock picture ? picture with { Words = picture.Picture.Title } : block;

    private static IEnumerable<PageBlock> Within(PageBlock block) =>
        block is PageSection section ? section.Blocks.SelectMany(Within).Prepend(section) : [block];
}
