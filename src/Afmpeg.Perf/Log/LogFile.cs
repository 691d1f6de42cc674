using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Log;

/// <summary>The file of a log that is written to.</summary>
internal static class LogFile
{
    // What a full disk refuses must not wait in a buffer, to be written behind the back of the next row.
    private const int Unbuffered = 0;

    /// <summary>Opens it for one writer: rows of two runs at once would overwrite each other.</summary>
    /// <param name="path">The file; its folder is made where there is none.</param>
    /// <param name="mode">Whether it may or must be there.</param>
    /// <returns>The file.</returns>
    public static FileStream Open(string path, FileMode mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, Unbuffered);
    }

    /// <summary>Puts a file that was removed under its writer back: as long as it is open it has all that was written to it.</summary>
    /// <param name="removed">The file; closed where it could be put back.</param>
    /// <returns>The file, open at its end.</returns>
    /// <exception cref="IOException">It cannot be put back; what was removed stays open.</exception>
    public static FileStream PutBack(FileStream removed)
    {
        var unfinished = AtomicFiles.UnfinishedOf(removed.Name);
        try
        {
            using (var copy = Open(unfinished, FileMode.Create))
            {
                removed.Position = 0;
                removed.CopyTo(copy);
                copy.Flush(flushToDisk: true);
            }

            File.Move(unfinished, removed.Name);
        }
        catch
        {
            AtomicFiles.TryDelete(unfinished);
            throw;
        }

        removed.Dispose();
        var again = Open(removed.Name, FileMode.Open);
        again.Position = again.Length;
        return again;
    }
}
