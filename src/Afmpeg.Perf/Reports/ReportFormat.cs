using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports;

/// <summary>A format of the report: a pure function of the one model.</summary>
/// <param name="FileName">The file that it is written to.</param>
/// <param name="Render">The file's text, of the run and of the page that was made of it.</param>
public sealed record ReportFormat(string FileName, Func<RunReport, ReportPage, string> Render);
