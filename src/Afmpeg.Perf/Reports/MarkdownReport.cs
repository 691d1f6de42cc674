using System.Diagnostics;
using Afmpeg.Perf.Reports.Pages;
using static Afmpeg.Perf.Reports.MarkdownText;

namespace Afmpeg.Perf.Reports;

/// <summary>report.md and appendix.md: a page as GitHub's Markdown with LF line ends, its pictures as files in the same folder.</summary>
public static class MarkdownReport
{
    /// <summary>Renders the page.</summary>
    public static string Render(ReportPage page)
    {
        var anchors = new PageAnchors(page);
        var contents = page.IsShort ? "" : string.Concat(page.Sections.Select(section => Entry(section, anchors)));
        return Join(
        [
            Head(page, page.FirstScreen),
            contents.Length > 0 ? $"Contents:\n\n{contents}" : "",
            .. page.Sections.Select(section => Render(section)),
        ]);
    }

    /// <summary>Renders only what a reader sees first, without pictures: no file lies beside it.</summary>
    public static string FirstScreen(ReportPage page) => Head(page, page.FirstScreen.Where(block => block is not PictureBlock));

    /// <summary>Puts blocks below each other. Each ends its last line; empty ones are left out.</summary>
    internal static string Join(IEnumerable<string> blocks) => string.Join('\n', blocks.Where(block => block.Length > 0));

    private static string Head(ReportPage page, IEnumerable<PageBlock> blocks) =>
        Join([$"# {Escape(page.Title)}\n", .. blocks.Select(block => Render(block))]);

    private static string Render(PageBlock block, int level = 2) => block switch
    {
        PageSection section => Join(
            [$"{new string('#', level)} {Escape(section.Heading)}\n", .. section.Blocks.Select(below => Render(below, level + 1))]),
        Lead lead => $"{Line(lead.Text)}\n",
        Paragraph paragraph => $"{Line(paragraph.Text)}\n",
        KeyNumbers numbers => string.Concat(
            numbers.Numbers.Select(number => $"- **{Escape(number.Value)}** {Escape(number.Label)} ({Escape(number.Meaning)})\n")),
        BulletList list => string.Concat(
            list.Items.Select(item => $"- {Line(item.Text)}\n{string.Concat(item.Below.Select(below => $"  - {Line(below)}\n"))}")),
        PageTable table => Table(
            table.Columns.Select(column => column.Unit is null ? column.Header : $"{column.Header} ({column.Unit})"),
            table.Rows.Select(row => row.Select(cell => cell.Text))),
        PictureBlock picture => $"![{EscapeLabel(picture.Words)}]({picture.FileName})\n",
        _ => throw new UnreachableException(),
    };

    private static string Entry(PageSection section, PageAnchors anchors)
    {
        string[] below = [.. section.Sections.Select(Link)];
        return $"- {Link(section)}{(below.Length > 0 ? ": " : "")}{string.Join(", ", below)}\n";

        string Link(PageSection target) => $"[{EscapeLabel(target.Heading)}](#{anchors.Of(target)})";
    }

    private static string Line(PageText text) => MarkdownText.Line(string.Concat(text.Runs.Select(Run)));

    private static string Run(TextRun run) => run.Style switch
    {
        TextStyle.Strong => $"**{Escape(run.Text)}**",
        // Code has no escapes: a text that needs one is not set as code.
        TextStyle.Code when Escape(run.Text) == run.Text => $"`{run.Text}`",
        _ => EscapeKeepingSpaces(run.Text),
    };

    // The spaces at a run's ends separate it from its neighbours.
    private static string EscapeKeepingSpaces(string text) => string.IsNullOrWhiteSpace(text)
        ? text.Length > 0 ? " " : ""
        : $"{(char.IsWhiteSpace(text[0]) ? " " : "")}{Escape(text)}{(char.IsWhiteSpace(text[^1]) ? " " : "")}";
}
