using System.Text;

namespace Afmpeg.Perf.Foundation;

/// <summary>
/// Writes files so that a reader finds them whole, as this write or the one before left them, even if the process is killed.
/// </summary>
internal static class AtomicFiles
{
    // In the same folder, since a rename is atomic only within one file system, with this process's id in the name.
    private const string Ending = "unfinished";

    /// <summary>
    /// Writes files, with their folders; none is replaced before all are on the disk, which may be full. A link is written where it points.
    /// </summary>
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
    public static string UnfinishedOf(string path) => $"{path}.{Environment.ProcessId}.{Ending}";

    /// <summary>Removes a file, if it can be removed.</summary>
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

        var target = new FileInfo(path) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        // Once for each folder, and before anything is written: abandoned files may be what fills the disk.
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

    // They belong to processes that were killed while they wrote.
    private static void ClearAbandoned(string folder)
    {
        var unfinished = Directory.EnumerateFiles(folder, $"*.{Ending}");
        foreach (var left in unfinished.Where(file => Path.GetFileName(file).Split('.') is [.., var owner, Ending]
            && OwnedFolders.IsGone(owner)))
        {
            TryDelete(left);
        }
    }
}
