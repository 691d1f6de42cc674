using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;
using static Afmpeg.Perf.Reports.Html.HtmlText;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>The blocks of a page as HTML.</summary>
/// <param name="anchors">What links point at.</param>
/// <param name="level">The level of the headings of the sections among them: 2 below the title.</param>
internal sealed class HtmlBlocks(PageAnchors anchors, int level = 2) : IPageBlockVisitor<XElement?>
{
    public XElement Visit(PageSection section) => new(
        "section",
        new XAttribute("aria-labelledby", anchors.Of(section)),
        new XElement($"h{level}", new XAttribute("id", anchors.Of(section)), Text(section.Heading)),
        section.Blocks.Select(block => block.Accept(new HtmlBlocks(anchors, level + 1))));

    public XElement Visit(Lead lead) => new("p", new XAttribute("class", "lead"), Line(lead.Text));

    public XElement Visit(KeyNumbers numbers) => new(
        "ul",
        new XAttribute("class", "numbers"),
        numbers.Numbers.Select(number => new XElement(
            "li",
            HtmlTable.Class(number.Tone),
            new XElement("strong", Text(number.Value)),
            new XElement("span", Text(number.Label)),
            new XElement("small", Text(number.Meaning)))));

    public XElement Visit(Paragraph paragraph) => new("p", Line(paragraph.Text));

    public XElement? Visit(BulletList list) => list.Items.IsEmpty ? null : new("ul", list.Items.Select(item => new XElement(
        "li",
        Line(item.Text),
        item.Below.IsEmpty ? null : new XElement("ul", item.Below.Select(below => new XElement("li", Line(below)))))));

    public XElement Visit(PageTable table) => HtmlTable.Of(table);

    public XElement Visit(PictureBlock block) => HtmlPicture.Of(block.Picture);

    private static IEnumerable<XNode> Line(PageText text) => text.Runs.Where(run => run.Text.Length > 0).Select(run => run.Style switch
    {
        TextStyle.Strong => new XElement("strong", Text(run.Text)),
        TextStyle.Code => new XElement("code", Text(run.Text)),
        _ => (XNode)Text(run.Text),
    });
}
