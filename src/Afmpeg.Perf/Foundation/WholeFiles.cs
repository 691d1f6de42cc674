using System.Collections.Immutable;
using System.Text;

namespace Afmpeg.Perf.Foundation;

/// <summary>Files that a reader finds whole, of this write or of the one before, whatever becomes of the process that writes them.</summary>
internal static class WholeFiles
{
    /// <summary>
    /// What the name of a file ends in while it is written: in the same folder, since a rename is atomic only within one file system, and the same
    /// each time, so that what a killed process left is overwritten.
    /// </summary>
    public const string Unfinished = ".unfinished";

    /// <summary>Writes files of which none is replaced before all are on the disk: it is full, or not, before that.</summary>
    /// <param name="files">The files; their folders are made where there are none.</param>
    /// <param name="failure">What to say where one cannot be written.</param>
    /// <param name="remedy">What to do then.</param>
    /// <exception cref="PerfException">One cannot be written; those before it may have been replaced only if it cannot be renamed.</exception>
    public static void Write(ImmutableArray<(string Path, string Text)> files, string failure, string remedy)
    {
        var current = "";
        var begun = new List<string>();
        try
        {
            foreach (var (path, text) in files)
            {
                current = path;
                Begin(path, text, begun);
            }

            foreach (var (path, _) in files)
            {
                current = path;
                File.Move(path + Unfinished, path, overwrite: true);
            }
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            begun.ForEach(TryDelete);
            throw new PerfException(ExitStatus.Missing, failure)
            {
                Where = current,
                Expected = "a folder that can be written to",
                Observed = fault.Message,
                Remedy = remedy,
            };
        }
    }

    /// <summary>Removes a file that nobody misses.</summary>
    /// <param name="path">The file.</param>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            // It harms nobody where it is.
        }
    }

    private static void Begin(string path, string text, List<string> begun)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("a folder is in the way");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None);
        begun.Add(path + Unfinished);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
