using System.Text;
using System.Text.RegularExpressions;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports;

/// <summary>The one place where text becomes Markdown (GitHub's).</summary>
public static partial class MarkdownText
{
    private const string Special = @"\`*_|~#$";

    /// <summary>Text from outside (clips, reasons, versions, thresholds) as Markdown that shows it literally, on one line.</summary>
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

    /// <summary>An escaped line, changed so that it does not start a list, rule or heading.</summary>
    public static string Line(string markdown) => OpensBlock().Replace(markdown.Trim(), @"${number}\${mark}", count: 1);

    /// <summary>Text for the brackets of a link or a picture, which it cannot close.</summary>
    public static string EscapeLabel(string text) =>
        Escape(text).Replace("[", @"\[", StringComparison.Ordinal).Replace("]", @"\]", StringComparison.Ordinal);

    /// <summary>A table with LF line ends; every cell is escaped.</summary>
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
        // A bracket alone is harmless, and intervals are full of them. A link needs one of these after it.
        '(' or '[' or ':' when previous == ']' => $"\\{letter}",
        _ when Special.Contains(letter, StringComparison.Ordinal) => $"\\{letter}",
        _ => $"{letter}",
    };

    [GeneratedRegex(
        @"^(?<number>[0-9]*)(?<mark>[-+=.)])(?=[-+=\s]|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpensBlock();
}
