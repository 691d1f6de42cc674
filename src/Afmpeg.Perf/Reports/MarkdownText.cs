using System.Text;
using System.Text.RegularExpressions;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports;

/// <summary>The one place where text becomes Markdown (GitHub's).</summary>
public static partial class MarkdownText
{
    private const string Special = @"\`*_|~#$";

    /// <summary>Text from outside (clips, reasons, versions, thresholds) as Markdown that shows it literally, on one line.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Markdown without markup, HTML, line breaks or control characters.</returns>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var previous = ' ';
        foreach (var letter in VisibleText.Of(text))
        {
            escaped.Append(Escape(letter, previous));
            previous = letter;
        }

        return escaped.ToString().Trim();
    }

    /// <summary>A line of text, so that it begins no list, rule or heading.</summary>
    /// <param name="markdown">The line, escaped.</param>
    /// <returns>Markdown.</returns>
    public static string Line(string markdown) => OpensBlock().Replace(markdown.Trim(), @"${number}\${mark}", count: 1);

    /// <summary>Text inside the brackets of a link or a picture.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Markdown that cannot end them.</returns>
    public static string EscapeLabel(string text) =>
        Escape(text).Replace("[", @"\[", StringComparison.Ordinal).Replace("]", @"\]", StringComparison.Ordinal);

    /// <summary>A table; every cell is escaped.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="rows">Rows with as many cells.</param>
    /// <returns>Its lines, each with its end.</returns>
    public static string Table(IEnumerable<string> headers, IEnumerable<IEnumerable<string>> rows)
    {
        string[] columns = [.. headers];
        var rule = $"|{string.Concat(Enumerable.Repeat("---|", columns.Length))}\n";
        return string.Concat(rows.Select(Row).Prepend(rule).Prepend(Row(columns)));
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Escape))} |\n";

    private static string Escape(char letter, char previous) => letter switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        // A bracket alone is harmless, and intervals are full of them; a link needs one of these after it.
        '(' or '[' or ':' when previous == ']' => $"\\{letter}",
        _ when Special.Contains(letter, StringComparison.Ordinal) => $"\\{letter}",
        _ => $"{letter}",
    };

    [GeneratedRegex(@"^(?<number>[0-9]*)(?<mark>[-+=.)])(?=[-+=\s]|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpensBlock();
}
