using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;
using static Afmpeg.Perf.Reports.Html.HtmlText;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>report.html: the page as one file that asks for nothing else, readable without a script.</summary>
public static class HtmlReport
{
    private const string Main = "report";

    // What the pictures' own style attributes need; a script is run only where it is this one, letter by letter.
    private static readonly string Policy =
        $"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '{PageAssets.HashOf(PageAssets.Script)}'; base-uri 'none'; form-action 'none'";

    /// <summary>Renders the page.</summary>
    /// <param name="page">The page.</param>
    /// <returns>An HTML document, lines ending in LF.</returns>
    public static string Render(ReportPage page)
    {
        var anchors = new PageAnchors(page);
        var blocks = new HtmlBlocks(anchors);
        return Document(new XElement(
            "html",
            new XAttribute("lang", "en"),
            Head(page),
            new XElement(
                "body",
                new XElement("a", new XAttribute("class", "skip"), new XAttribute("href", $"#{Main}"), "Skip to the report"),
                new XElement(
                    "main",
                    new XAttribute("id", Main),
                    new XElement(
                        "header",
                        new XElement("h1", Text(page.Title)),
                        page.FirstScreen.Select(block => block.Accept(blocks))),
                    Contents(page, anchors),
                    page.Sections.Select(blocks.Visit)),
                new XElement("script", new RawText(PageAssets.Script)))));
    }

    private static XElement Head(ReportPage page) => new(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        // Before anything that it is to hold for.
        new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", Policy)),
        new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
        new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
        new XElement("title", Text(page.Title)),
        // Or a browser would ask the server that it got the file from.
        new XElement("link", new XAttribute("rel", "icon"), new XAttribute("href", "data:,")),
        new XElement("style", new RawText(PageAssets.Style)));

    private static XElement? Contents(ReportPage page, PageAnchors anchors) => page.Sections.IsEmpty ? null : new(
        "nav",
        new XAttribute("aria-labelledby", "contents"),
        new XElement("h2", new XAttribute("id", "contents"), "Contents"),
        new XElement("ul", page.Sections.Select(section => new XElement(
            "li",
            Link(section, anchors),
            section.Sections.Any() ? new XElement("ul", section.Sections.Select(below => new XElement("li", Link(below, anchors)))) : null))));

    private static XElement Link(PageSection section, PageAnchors anchors) =>
        new("a", new XAttribute("href", $"#{anchors.Of(section)}"), Text(section.Heading));
}
