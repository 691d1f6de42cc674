using System.Diagnostics;
using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Reports.Pictures;
using static Afmpeg.Perf.Reports.Html.HtmlText;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>The blocks of a page as HTML.</summary>
internal static class HtmlBlocks
{
    /// <summary>A block; null where it shows nothing. Sections get headings of the given level, 2 below the title.</summary>
    public static XElement? Render(PageBlock block, PageAnchors anchors, int level = 2) => block switch
    {
        PageSection section => new(
            "section",
            new XAttribute("aria-labelledby", anchors.Of(section)),
            new XElement($"h{level}", new XAttribute("id", anchors.Of(section)), Text(section.Heading)),
            section.Blocks.Select(below => Render(below, anchors, level + 1))),
        Lead lead => new("p", new XAttribute("class", "lead"), Line(lead.Text)),
        Paragraph paragraph => new("p", Line(paragraph.Text)),
        KeyNumbers numbers => new("ul", new XAttribute("class", "numbers"), numbers.Numbers.Select(Number)),
        BulletList { Items.IsEmpty: true } => null,
        BulletList list => new("ul", list.Items.Select(Item)),
        PageTable table => HtmlTable.Render(table),
        PictureBlock picture => Figure(picture.Picture),
        _ => throw new UnreachableException(),
    };

    private static XElement Number(KeyNumber number) => new(
        "li",
        HtmlTable.Class(number.Tone),
        new XElement("strong", Text(number.Value)),
        new XElement("span", Text(number.Label)),
        new XElement("small", Text(number.Meaning)));

    private static XElement Item(BulletItem item) => new(
        "li",
        Line(item.Text),
        item.Below.IsEmpty ? null : new XElement("ul", item.Below.Select(below => new XElement("li", Line(below)))));

    // The drawing and its title; a screen reader reads the alternative text.
    private static XElement Figure(Picture picture)
    {
        const string label = "aria-label";
        var drawing = XElement.Parse(picture.Svg);
        drawing.SetAttributeValue("role", "img");
        if (drawing.Attribute($"{label}ledby") is null)
        {
            drawing.SetAttributeValue(label, VisibleText.Of(picture.Alternative));
        }

        // The capital keeps the id apart from the headings' anchors, which have none.
        return new XElement(
            "figure", new XAttribute("id", $"Picture-{picture.Id}"), drawing, new XElement("figcaption", Text(picture.Title)));
    }

    private static IEnumerable<XNode> Line(PageText text) => text.Runs.Where(run => run.Text.Length > 0).Select(run => run.Style switch
    {
        TextStyle.Strong => new XElement("strong", Text(run.Text)),
        TextStyle.Code => new XElement("code", Text(run.Text)),
        _ => (XNode)Text(run.Text),
    });
}
