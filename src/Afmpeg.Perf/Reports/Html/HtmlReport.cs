using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;
using static Afmpeg.Perf.Reports.Html.HtmlText;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>report.html: the page as one file that asks for nothing else, readable without a script.</summary>
public static class HtmlReport
{
    // No section has these: what GitHub makes of headings has no capitals.
    private const string Main = "Report";
    private const string ContentsHeading = "Contents";

    /// <summary>Renders the page.</summary>
    /// <param name="page">The page.</param>
    /// <returns>An HTML document, lines ending in LF.</returns>
    public static string Render(ReportPage page)
    {
        var body = Body(page);
        return Document(new XElement("html", new XAttribute("lang", "en"), Head(page.Title, PolicyFor(body)), body));
    }

    private static XElement Head(string title, string policy) => new(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        // Before anything that it is to hold for.
        new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", policy)),
        new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
        new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
        new XElement("title", Text(title)),
        // Or a browser would ask the server that it got the file from.
        new XElement("link", new XAttribute("rel", "icon"), new XAttribute("href", "data:,")),
        new XElement("style", new RawText(PageAssets.Style)));

    // Nothing may be fetched, and of styles and scripts only those hold that are written here, letter by letter.
    private static string PolicyFor(XElement body)
    {
        var ofPictures = body.Descendants().Where(element => element.Name.LocalName == "style").Select(element => element.Value);
        var styles = ofPictures.Prepend(PageAssets.Style).Distinct().Select(PageAssets.SourceOf);
        return $"default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src {string.Join(' ', styles)}; "
            + $"script-src {PageAssets.SourceOf(PageAssets.Script)}";
    }

    private static XElement Body(ReportPage page)
    {
        var anchors = new PageAnchors(page);
        var blocks = new HtmlBlocks(anchors);
        return new XElement(
            "body",
            new XElement("a", new XAttribute("class", "skip"), new XAttribute("href", $"#{Main}"), "Skip to the report"),
            new XElement(
                "main",
                new XAttribute("id", Main),
                new XElement("header", new XElement("h1", Text(page.Title)), page.FirstScreen.Select(block => block.Accept(blocks))),
                Contents(page, anchors),
                page.Sections.Select(blocks.Visit)),
            new XElement("script", new RawText(PageAssets.Script)));
    }

    private static XElement? Contents(ReportPage page, PageAnchors anchors) => page.Sections.IsEmpty ? null : new(
        "nav",
        new XAttribute("aria-labelledby", ContentsHeading),
        new XElement("h2", new XAttribute("id", ContentsHeading), ContentsHeading),
        new XElement("ul", page.Sections.Select(section => new XElement(
            "li",
            Link(section, anchors),
            section.Sections.Any() ? new XElement("ul", section.Sections.Select(below => new XElement("li", Link(below, anchors)))) : null))));

    private static XElement Link(PageSection section, PageAnchors anchors) =>
        new("a", new XAttribute("href", $"#{anchors.Of(section)}"), Text(section.Heading));
}
