using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Html;
using Afmpeg.Perf.Reports.Pages;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A run's page in its formats.</summary>
public static class Rendered
{
    public static string Markdown(RunReport report) => MarkdownReport.Render(PageCatalog.Of(report));

    /// <summary>A page as a browser reads it; a fault of its markup fails the rule.</summary>
    public static IHtmlDocument Html(ReportPage page) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true })
        .ParseDocument(HtmlReport.Render(page));

    public static ReportPage Page(params PageBlock[] blocks) => new("Title", [], [new PageSection("Section", [.. blocks])]);
}
