using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Html;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>A run's page in its formats.</summary>
public static class Rendered
{
    public static string Markdown(RunReport report) => MarkdownReport.Render(PageCatalog.Of(report));

    public static string Html(RunReport report) => HtmlReport.Render(PageCatalog.Of(report));
}
