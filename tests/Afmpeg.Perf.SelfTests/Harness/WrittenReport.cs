using System.Text.Json.Nodes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A report in each of its formats, read back.</summary>
public sealed class WrittenReport
{
    private readonly IHtmlDocument document;

    public WrittenReport(RunReport run)
    {
        Run = run;
        Page = PageCatalog.Of(run);
        document = Rendered.Html(Page);
        Json = JsonNode.Parse(JsonReport.Render(run))!;
        Html = ReadTable.Of(document);
        Markdown = ReadTable.Of(MarkdownReport.Render(Page));
    }

    public RunReport Run { get; }
    public ReportPage Page { get; }
    public JsonNode Json { get; }
    public ImmutableArray<ReadTable> Html { get; }
    public ImmutableArray<ReadTable> Markdown { get; }

    public ReadTable TableBelow(string heading) => ReadTable.Of((IHtmlTableElement)Section(heading).QuerySelector("table")!);

    public string TextBelow(string heading) => Section(heading).TextContent;

    private IElement Section(string heading) =>
        document.QuerySelectorAll("section").Single(section => section.FirstElementChild!.TextContent == VisibleText.Of(heading));
}
