using System.Collections.Immutable;
using System.Text;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Reports;

/// <summary>Writes the report's files. A reader finds each whole, of this run or of the one before, never half of it.</summary>
public static class ReportWriter
{
    /// <summary>The formats. Adding one is one file and its line here.</summary>
    public static ImmutableArray<ReportFormat> Formats { get; } =
    [
        new("report.json", JsonReport.Render),
        new("report.md", MarkdownReport.Render),
    ];

    /// <summary>Writes every format.</summary>
    /// <param name="report">The run.</param>
    /// <param name="folder">Where; made where there is none.</param>
    /// <returns>The files' paths, in the order of <see cref="Formats"/>.</returns>
    /// <exception cref="PerfException">A file cannot be written; the measurements are untouched.</exception>
    public static ImmutableArray<string> Write(RunReport report, string folder)
    {
        // All are rendered before the first is written: a fault in one format must not leave files of two runs side by side.
        var files = Formats.Select(format => (Path: Path.Combine(folder, format.FileName), Text: format.Render(report))).ToImmutableArray();
        foreach (var (path, text) in files)
        {
            WriteWhole(path, text);
        }

        return [.. files.Select(file => file.Path)];
    }

    private static void WriteWhole(string path, string text)
    {
        // In the same folder, since a rename is atomic only within one file system.
        var unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TryDelete(unfinished);
            throw new PerfException(ExitStatus.Missing, "The report cannot be written; the measurements are safe")
            {
                Where = path,
                Expected = "a folder that can be written to",
                Observed = fault.Message,
                Remedy = "make room or change its permissions, then: afmpeg-perf report",
            };
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault that matters is the one being reported.
        }
    }
}
