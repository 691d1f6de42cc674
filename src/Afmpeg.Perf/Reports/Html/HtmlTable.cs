using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;
using static Afmpeg.Perf.Reports.Html.HtmlText;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>A table as HTML, in a frame of its own that scrolls where the window is narrow.</summary>
internal static partial class HtmlTable
{
    /// <summary>What the style sheet and the script find a cell's number by.</summary>
    private const string Number = "data-number";

    // A text longer than this is read in lines; a shorter one is read at a glance, and looks broken where it is.
    private const int LongestInOneLine = 40;

    // A header of two words, or one with a hyphen, takes less room than its numbers.
    private const int LongestBriefHeader = 10;

    public static XElement Of(PageTable table)
    {
        var naming = table.Naming;
        string?[] looks = [.. table.Columns.Select((_, column) => LookOf(table, column))];
        return new XElement(
            "div",
            new XAttribute("class", "frame"),
            new XAttribute("role", "group"),
            new XAttribute("aria-label", VisibleText.Of(table.Caption)),
            // Who has no mouse scrolls it by its arrow keys.
            new XAttribute("tabindex", "0"),
            new XElement(
                "table",
                new XElement("caption", Text(table.Caption)),
                new XElement("thead", new XElement("tr", table.Columns.Select((column, index) => Header(column, looks[index])))),
                new XElement("tbody", table.Rows.Select(row => new XElement("tr", row.Select((cell, index) => Cell(cell, index == naming, looks[index])))))));
    }

    /// <summary>The class attribute of what has a tone.</summary>
    public static XAttribute? Class(Tone tone, string? look = null)
    {
        string[] names = [.. tone == Tone.Plain ? (string[])[] : [tone.ToString().ToLowerInvariant()], .. look is null ? (string[])[] : [look]];
        return names.Length > 0 ? new XAttribute("class", string.Join(' ', names)) : null;
    }

    private static string? LookOf(PageTable table, int column) =>
        table.Rows.Any(row => row[column].Number is not null) ? "number"
        : column != table.Naming && table.Rows.Any(row => row[column].Text.Length > LongestInOneLine) ? "words"
        : null;

    private static XElement Header(TableColumn column, string? look) => new(
        "th",
        new XAttribute("scope", "col"),
        Class(Tone.Plain, column.Header.Length <= LongestBriefHeader ? $"{look} brief".TrimStart() : look),
        Text(column.Header),
        column.Unit is null ? null : new XElement("small", Text($" ({column.Unit})")));

    private static XElement Cell(TableCell cell, bool isNaming, string? look) => new(
        isNaming ? "th" : "td",
        isNaming ? new XAttribute("scope", "row") : null,
        Class(cell.Tone, look),
        cell.Number is { } number ? new XAttribute(Number, number.ToString("R", CultureInfo.InvariantCulture)) : null,
        Breakable(cell.Text));

    // Names of cases and lanes are long, and hold no spaces to break them at.
    private static IEnumerable<XNode> Breakable(string text)
    {
        foreach (var part in Joints().Split(VisibleText.Of(text)))
        {
            yield return new XText(part);
            if (part.Length > 0 && part[^1] is '/' or '+' or '@')
            {
                yield return new XElement("wbr");
            }
        }
    }

    [GeneratedRegex("(?<=[/+@])(?=\\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joints();
}
