using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports.Html;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports;

/// <summary>Writes the report's files. A reader finds each whole, of this run or of the one before, never half of it.</summary>
public static class ReportWriter
{
    private const string PictureFolder = "pictures";
    private const string Appendix = "appendix.md";

    /// <summary>The formats. Adding one is one file and its line here.</summary>
    public static ImmutableArray<ReportFormat> Formats { get; } =
    [
        new("report.json", (report, _) => JsonReport.Render(report)),
        new("report.md", (_, page) => MarkdownReport.Render(page.InShort(Appendix))),
        new(Appendix, (_, page) => MarkdownReport.Render(page)),
        new("statement.md", (report, _) => MarkdownReport.Render(StatementPage.Of(report))),
        new("report.html", (_, page) => HtmlReport.Render(page)),
    ];

    /// <summary>Writes every format, and the pictures as files beside them.</summary>
    /// <param name="report">The run.</param>
    /// <param name="folder">Where; made where there is none. Pictures of an earlier report in it are removed.</param>
    /// <returns>The files' paths: in the order of <see cref="Formats"/>, then the pictures.</returns>
    /// <exception cref="PerfException">A file cannot be written; the measurements are untouched.</exception>
    public static ImmutableArray<string> Write(RunReport report, string folder) => Write(report, PageCatalog.Of(report), folder);

    /// <summary>Writes every format of a page that is made already.</summary>
    /// <param name="report">The run.</param>
    /// <param name="page">Its page.</param>
    /// <param name="folder">Where.</param>
    /// <returns>The files' paths.</returns>
    /// <exception cref="PerfException">A file cannot be written; the measurements are untouched.</exception>
    public static ImmutableArray<string> Write(RunReport report, ReportPage page, string folder)
    {
        // All are rendered before the first is written: a fault in one format must not leave files of two runs side by side.
        ImmutableArray<(string Path, string Text)> files =
        [
            .. Formats.Select(format => (Path.Combine(folder, format.FileName), format.Render(report, page))),
            .. page.AllBlocks.OfType<PictureBlock>().Select(block => (Path.Combine(folder, block.FileName), block.Picture.Svg)),
        ];
        WriteWhole(files);
        RemovePictures(Path.Combine(folder, PictureFolder), except: [.. files.Select(file => file.Path)]);
        return [.. files.Select(file => file.Path)];
    }

    /// <summary>Writes the files of a report.</summary>
    /// <param name="files">The files.</param>
    /// <exception cref="PerfException">One cannot be written.</exception>
    internal static void WriteWhole(ImmutableArray<(string Path, string Text)> files) =>
        AtomicFiles.Write(files, "The report cannot be written; the measurements are safe", "make room or change its permissions, then: afmpeg-perf report");

    private static void RemovePictures(string folder, ImmutableArray<string> except)
    {
        if (Directory.Exists(folder))
        {
            foreach (var old in Directory.EnumerateFiles(folder, "*.svg").Except(except))
            {
                AtomicFiles.TryDelete(old);
            }
        }
    }
}
