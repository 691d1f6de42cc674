using System.Globalization;
using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;
using static Afmpeg.Perf.Reports.Html.HtmlText;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>A table as HTML, in a frame of its own that scrolls where the window is narrow.</summary>
internal static class HtmlTable
{
    /// <summary>What the style sheet and the script find a cell's number by.</summary>
    private const string Number = "data-number";

    public static XElement Of(PageTable table)
    {
        var isNumeric = table.Columns.Select((_, index) => table.Rows.Any(row => row[index].Number is not null)).ToArray();
        return new XElement(
            "div",
            new XAttribute("class", "frame"),
            new XAttribute("role", "group"),
            new XAttribute("aria-label", VisibleText.Of(table.Caption)),
            // Who has no mouse scrolls it by its arrow keys.
            new XAttribute("tabindex", "0"),
            new XElement(
                "table",
                new XElement("caption", new XElement("span", Text(table.Caption))),
                new XElement("thead", new XElement("tr", table.Columns.Select((column, index) => Header(column, isNumeric[index])))),
                new XElement("tbody", table.Rows.Select(row => new XElement("tr", row.Select((cell, index) => Cell(cell, index, isNumeric[index])))))));
    }

    public static XAttribute? Class(Tone tone, bool isNumeric = false)
    {
        string[] names = [.. tone == Tone.Plain ? (string[])[] : [tone.ToString().ToLowerInvariant()], .. isNumeric ? (string[])["number"] : []];
        return names.Length > 0 ? new XAttribute("class", string.Join(' ', names)) : null;
    }

    private static XElement Header(TableColumn column, bool isNumeric) => new(
        "th",
        new XAttribute("scope", "col"),
        Class(Tone.Plain, isNumeric),
        Text(column.Header),
        column.Unit is null ? null : new XElement("small", Text($" ({column.Unit})")));

    private static XElement Cell(TableCell cell, int index, bool isNumeric) => new(
        index == 0 ? "th" : "td",
        index == 0 ? new XAttribute("scope", "row") : null,
        Class(cell.Tone, isNumeric),
        cell.Number is { } number ? new XAttribute(Number, number.ToString("R", CultureInfo.InvariantCulture)) : null,
        Text(cell.Text));
}
