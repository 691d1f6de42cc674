using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;
using static Afmpeg.Perf.Reports.Html.HtmlText;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>report.html: the page as one file that fetches nothing and reads well without a script.</summary>
public static class HtmlReport
{
    // Anchors of headings have no capitals, so no section can have these ids.
    private const string Main = "Report";
    private const string ContentsHeading = "Contents";

    /// <summary>Renders the page as an HTML document with LF line ends.</summary>
    public static string Render(ReportPage page)
    {
        var body = Body(page);
        return Document(new XElement("html", new XAttribute("lang", "en"), Head(page.Title, PolicyFor(body)), body));
    }

    private static XElement Head(string title, string policy) => new(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        // A policy covers only what follows it.
        new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", policy)),
        new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
        new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
        new XElement("title", Text(title)),
        // Without it a browser asks the file's server for an icon.
        new XElement("link", new XAttribute("rel", "icon"), new XAttribute("href", "data:,")),
        new XElement("style", new RawText(PageAssets.Style)));

    // Nothing may be fetched, and only the styles and the script in this file may run, by their hashes.
    private static string PolicyFor(XElement body)
    {
        var inPictures = body.Descendants().Where(element => element.Name.LocalName == "style").Select(element => element.Value);
        var styles = inPictures.Prepend(PageAssets.Style).Distinct().Select(PageAssets.SourceOf);
        return $"default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src {string.Join(' ', styles)}; "
            + $"script-src {PageAssets.SourceOf(PageAssets.Script)}";
    }

    private static XElement Body(ReportPage page)
    {
        var anchors = new PageAnchors(page);
        return new XElement(
            "body",
            new XElement("a", new XAttribute("class", "skip"), new XAttribute("href", $"#{Main}"), "Skip to the report"),
            new XElement(
                "main",
                new XAttribute("id", Main),
                new XElement(
                    "header", new XElement("h1", Text(page.Title)), page.FirstScreen.Select(block => HtmlBlocks.Render(block, anchors))),
                Contents(page, anchors),
                page.Sections.Select(section => HtmlBlocks.Render(section, anchors))),
            new XElement("script", new RawText(PageAssets.Script)));
    }

    private static XElement? Contents(ReportPage page, PageAnchors anchors) => page.Sections.IsEmpty ? null : new(
        "nav",
        new XAttribute("aria-labelledby", ContentsHeading),
        new XElement("h2", new XAttribute("id", ContentsHeading), ContentsHeading),
        Links(page.Sections, anchors));

    private static XElement Links(IEnumerable<PageSection> sections, PageAnchors anchors, bool isNested = false) => new(
        "ul",
        sections.Select(section => new XElement(
            "li",
            new XElement("a", new XAttribute("href", $"#{anchors.Of(section)}"), Text(section.Heading)),
            isNested || !section.Sections.Any() ? null : Links(section.Sections, anchors, isNested: true))));
}
