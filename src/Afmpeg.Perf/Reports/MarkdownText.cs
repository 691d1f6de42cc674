using System.Globalization;
using System.Text;

namespace Afmpeg.Perf.Reports;

/// <summary>The one place where text becomes Markdown (GitHub's).</summary>
public static class MarkdownText
{
    private const string Special = @"\`*_|~#$";

    /// <summary>Text from outside (clips, reasons, versions, thresholds) as Markdown that shows it literally, on one line.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Markdown without markup, HTML, line breaks or control characters.</returns>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var previous = ' ';
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            // Invisible characters would let a text pose as another: a terminal's escapes, a change of writing direction.
            var visible = char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format ? ' ' : letter;
            escaped.Append(Escape(visible, previous));
            previous = visible;
        }

        return escaped.ToString().Trim();
    }

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
}
