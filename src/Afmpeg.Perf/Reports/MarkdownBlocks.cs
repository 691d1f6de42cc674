using Afmpeg.Perf.Reports.Pages;
using static Afmpeg.Perf.Reports.MarkdownText;

namespace Afmpeg.Perf.Reports;

/// <summary>The blocks of a page as Markdown, each with the end of its last line.</summary>
/// <param name="level">The level of the headings of the sections among them: 2 below the title.</param>
internal sealed class MarkdownBlocks(int level = 2) : IPageBlockVisitor<string>
{
    public string Visit(PageSection section) => MarkdownReport.Join(
        [$"{new string('#', level)} {Escape(section.Heading)}\n", .. section.Blocks.Select(block => block.Accept(new MarkdownBlocks(level + 1)))]);

    public string Visit(Lead lead) => $"{Line(lead.Text)}\n";

    public string Visit(KeyNumbers numbers) => string.Concat(
        numbers.Numbers.Select(number => $"- **{Escape(number.Value)}** {Escape(number.Label)} ({Escape(number.Meaning)})\n"));

    public string Visit(Paragraph paragraph) => $"{Line(paragraph.Text)}\n";

    public string Visit(BulletList list) => string.Concat(
        list.Items.Select(item => $"- {Line(item.Text)}\n{string.Concat(item.Below.Select(below => $"  - {Line(below)}\n"))}"));

    public string Visit(PageTable table) => Table(
        table.Columns.Select(column => column.Unit is null ? column.Header : $"{column.Header} ({column.Unit})"),
        table.Rows.Select(row => row.Select(cell => cell.Text)));

    public string Visit(PictureBlock block) => $"![{EscapeLabel(block.Picture.Alternative)}]({block.FileName})\n";

    private static string Line(PageText text) => MarkdownText.Line(string.Concat(text.Runs.Select(Run)));

    private static string Run(TextRun run) => run.Style switch
    {
        TextStyle.Strong => $"**{Escape(run.Text)}**",
        // Nothing can be escaped inside code: what would need it is shown as text.
        TextStyle.Code when Escape(run.Text) == run.Text => $"`{run.Text}`",
        _ => KeepingSpaces(run.Text),
    };

    // Runs meet within a line, and what parts them is at their ends.
    private static string KeepingSpaces(string text) => string.IsNullOrWhiteSpace(text)
        ? text.Length > 0 ? " " : ""
        : $"{(char.IsWhiteSpace(text[0]) ? " " : "")}{Escape(text)}{(char.IsWhiteSpace(text[^1]) ? " " : "")}";
}
