using Afmpeg.Perf.Reports.Pages;
using static Afmpeg.Perf.Reports.MarkdownText;

namespace Afmpeg.Perf.Reports;

/// <summary>report.md: the page as Markdown (GitHub's), its pictures as files beside it.</summary>
public static class MarkdownReport
{
    /// <summary>Renders the page.</summary>
    /// <param name="page">The page.</param>
    /// <returns>Markdown, lines ending in LF.</returns>
    public static string Render(ReportPage page)
    {
        var anchors = new PageAnchors(page);
        var contents = page.IsShort ? "" : string.Concat(page.Sections.Select(section => Entry(section, anchors)));
        return Join([FirstScreen(page), .. contents.Length > 0 ? (string[])[$"Contents:\n\n{contents}"] : [], .. page.Sections.Select(new MarkdownBlocks().Visit)]);
    }

    /// <summary>Renders what one sees first, alone.</summary>
    /// <param name="page">The page.</param>
    /// <returns>Markdown, lines ending in LF.</returns>
    public static string FirstScreen(ReportPage page) =>
        Join([$"# {Escape(page.Title)}\n", .. page.FirstScreen.Select(block => block.Accept(new MarkdownBlocks()))]);

    /// <summary>Blocks one below the other.</summary>
    /// <param name="blocks">The blocks, each with the end of its last line; those that are empty are left out.</param>
    /// <returns>The text.</returns>
    internal static string Join(IEnumerable<string> blocks) => string.Join('\n', blocks.Where(block => block.Length > 0));

    private static string Entry(PageSection section, PageAnchors anchors)
    {
        string[] below = [.. section.Sections.Select(Link)];
        return $"- {Link(section)}{(below.Length > 0 ? ": " : "")}{string.Join(", ", below)}\n";

        string Link(PageSection target) => $"[{EscapeLabel(target.Heading)}](#{anchors.Of(target)})";
    }
}
