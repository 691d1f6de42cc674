using System.Collections.Immutable;
using System.Text;

namespace Afmpeg.Perf.Foundation;

/// <summary>Files that a reader finds whole, of this write or of the one before, whatever becomes of the process that writes them.</summary>
internal static class AtomicFiles
{
    // In the same folder, since a rename is atomic only within one file system, and under a name of this process's own.
    private const string Ending = "unfinished";

    /// <summary>Writes files of which none is replaced before all are on the disk: it is full, or not, before that.</summary>
    /// <param name="files">The files; their folders are made where there are none. One that is a link is written where it points.</param>
    /// <param name="failure">What to say where one cannot be written.</param>
    /// <param name="remedy">What to do then.</param>
    /// <exception cref="PerfException">One cannot be written; others may have been replaced only if it cannot be renamed.</exception>
    public static void Write(ImmutableArray<(string Path, string Text)> files, string failure, string remedy)
    {
        var current = "";
        var begun = new List<(string Unfinished, string Path)>();
        try
        {
            foreach (var (path, text) in files)
            {
                current = path;
                Begin(path, text, begun);
            }

            foreach (var (unfinished, path) in begun)
            {
                current = path;
                File.Move(unfinished, path, overwrite: true);
            }
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            begun.ForEach(file => TryDelete(file.Unfinished));
            throw new PerfException(ExitStatus.Missing, failure)
            {
                Where = current,
                Expected = "a folder that can be written to",
                Observed = fault.Message,
                Remedy = remedy,
            };
        }
    }

    /// <summary>The name that a file has while this process writes it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The path.</returns>
    public static string UnfinishedOf(string path) => $"{path}.{Environment.ProcessId}.{Ending}";

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

    private static void Begin(string path, string text, List<(string Unfinished, string Path)> begun)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("a folder is in the way");
        }

        var target = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        // Once a folder, and before anything is written: what was left may be what fills the disk.
        if (begun.TrueForAll(file => Path.GetDirectoryName(file.Path) != folder))
        {
            ClearAbandoned(folder);
        }

        var unfinished = UnfinishedOf(target);
        using var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None);
        begun.Add((unfinished, target));
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
        if (File.Exists(target))
        {
            File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(target));
        }
    }

    // Of processes that are gone: they were killed while they wrote.
    private static void ClearAbandoned(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, $"*.{Ending}").Where(left => Path.GetFileName(left).Split('.') is [.., var owner, Ending] && OwnedFolders.IsGone(owner)))
        {
            TryDelete(left);
        }
    }
}
