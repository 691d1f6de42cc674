using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;
using static Afmpeg.Perf.Reports.Html.HtmlText;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>A table as HTML, in a frame that scrolls in a narrow window.</summary>
internal static partial class HtmlTable
{
    // Longer texts may wrap; a shorter one would look broken.
    private const int LongestInOneLine = 40;

    // A header of two short words is narrower than the numbers below it.
    private const int LongestBriefHeader = 10;

    public static XElement Render(PageTable table)
    {
        var naming = table.Naming;
        string?[] looks = [.. table.Columns.Select((_, column) => LookOf(table, column))];
        return new XElement(
            "div",
            new XAttribute("class", "frame"),
            new XAttribute("role", "group"),
            new XAttribute("aria-label", VisibleText.Of(table.Caption)),
            // The arrow keys then scroll it.
            new XAttribute("tabindex", "0"),
            new XElement(
                "table",
                new XElement("caption", Text(table.Caption)),
                new XElement("thead", new XElement("tr", table.Columns.Select((column, index) => Header(column, looks[index])))),
                new XElement("tbody", table.Rows.Select(row => new XElement(
                    "tr", row.Select((cell, index) => Cell(cell, index == naming, looks[index])))))));
    }

    /// <summary>The class attribute of something with a tone.</summary>
    public static XAttribute? Class(Tone tone, string? look = null)
    {
        var names = tone == Tone.Plain ? look : $"{tone.ToString().ToLowerInvariant()} {look}".TrimEnd();
        return names is null ? null : new XAttribute("class", names);
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
        cell.Number is { } number ? new XAttribute("data-number", number.ToString("R", CultureInfo.InvariantCulture)) : null,
        Breakable(cell.Text));

    // Names of cases and lanes are long and have no spaces to break at.
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
