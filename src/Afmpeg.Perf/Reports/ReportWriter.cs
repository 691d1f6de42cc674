using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports.Html;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports;

/// <summary>Writes the report's files. Each file is always whole, from this run or from the one before.</summary>
public static class ReportWriter
{
    /// <summary>The name of the report for programs.</summary>
    public const string JsonFile = "report.json";

    private const string PictureFolder = "pictures";
    private const string Appendix = "appendix.md";

    /// <summary>The formats. To add one, write its renderer and list it here.</summary>
    public static ImmutableArray<ReportFormat> Formats { get; } =
    [
        new(JsonFile, (report, _) => JsonReport.Render(report)),
        new("report.md", (_, page) => MarkdownReport.Render(page.InShort(Appendix))),
        new(Appendix, (_, page) => MarkdownReport.Render(page)),
        new("statement.md", (report, _) => MarkdownReport.Render(StatementPage.Of(report))),
        new("report.html", (_, page) => HtmlReport.Render(page)),
    ];

    /// <summary>
    /// Writes every format, and the pictures as files, to a folder, which it creates if needed. It removes an earlier report's pictures and
    /// returns the paths: in the order of <see cref="Formats"/>, then the pictures.
    /// </summary>
    /// <exception cref="PerfException">A file cannot be written; the measurements are untouched.</exception>
    public static ImmutableArray<string> Write(RunReport report, string folder) => Write(report, PageCatalog.Of(report), folder);

    /// <summary>Does the same for a page that exists already.</summary>
    /// <exception cref="PerfException">A file cannot be written; the measurements are untouched.</exception>
    public static ImmutableArray<string> Write(RunReport report, ReportPage page, string folder)
    {
        // Rendered before the first is written: a fault in one format must not leave files of two runs together.
        ImmutableArray<(string Path, string Text)> files =
        [
            .. Formats.Select(format => (Path.Combine(folder, format.FileName), format.Render(report, page))),
            .. page.AllBlocks.OfType<PictureBlock>().Select(block => (Path.Combine(folder, block.FileName), block.Picture.Svg)),
        ];
        WriteWhole(files, $"afmpeg-perf report --output {CommandText.OfPath(folder)}");
        RemovePictures(Path.Combine(folder, PictureFolder), except: [.. files.Select(file => file.Path)]);
        return [.. files.Select(file => file.Path)];
    }

    /// <summary>Writes the files of a report; the command is what writes them again, as a shell reads it.</summary>
    /// <exception cref="PerfException">A file cannot be written; the measurements are untouched.</exception>
    internal static void WriteWhole(ImmutableArray<(string Path, string Text)> files, string command) => AtomicFiles.Write(
        files, "The report cannot be written; the measurements are safe", $"make room or change its permissions, then: {command}");

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

/// <summary>A format of the report: the file that it is written to, and the file's text from the run and its page.</summary>
public sealed record ReportFormat(string FileName, Func<RunReport, ReportPage, string> Render);
