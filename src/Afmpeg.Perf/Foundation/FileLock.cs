using System.Diagnostics;

namespace Afmpeg.Perf.Foundation;

/// <summary>
/// An exclusive lock on a file (advisory, flock(2)), which processes of all users can take. The kernel lifts it when its holder ends,
/// however it ends.
/// </summary>
public sealed class FileLock : IDisposable
{
    // EAGAIN, as .NET passes flock(2)'s answer on.
    private const int HeldByAnother = 11;

    private const UnixFileMode Everyone =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    // Often enough that nobody waits in vain for long, and too seldom to disturb a run that is waited for.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly FileStream file;

    // A locked file is closed to readers, so its holder's name is in one beside it; null if it leaves none.
    private readonly string? holderFile;

    private FileLock(string path, string? purpose)
    {
        file = OpenExclusively(path);
        holderFile = purpose is null ? null : HolderFile(path);
        Name($"{Environment.ProcessId}\n{purpose}\n");
    }

    /// <summary>Takes the lock; null if another process, or another lock of this one, has it.</summary>
    /// <param name="path">The file; it is made if there is none.</param>
    /// <param name="purpose">What it is taken for, which <see cref="HolderOf"/> tells others; null for nothing.</param>
    /// <exception cref="IOException">The file cannot be locked.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be opened.</exception>
    public static FileLock? TryTake(string path, string? purpose = null)
    {
        try
        {
            return new FileLock(path, purpose);
        }
        catch (IOException fault) when (fault.HResult == HeldByAnother)
        {
            return null;
        }
    }

    /// <summary>
    /// Takes the lock, or waits for it; null if another process still has it after the limit, which may be zero or
    /// <see cref="TimeSpan.MaxValue"/>.
    /// </summary>
    public static async Task<FileLock?> Wait(string path, string? purpose, TimeSpan limit, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        FileLock? taken;
#pragma warning disable CA2000 // The caller disposes of the lock.
        while ((taken = TryTake(path, purpose)) is null)
#pragma warning restore CA2000
        {
            var left = limit - clock.Elapsed;
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            await Task.Delay(left < Interval ? left : Interval, cancellation);
        }

        return taken;
    }

    /// <summary>
    /// The process that holds the lock and what for; null if it left no name. The name of a process that has ended is ignored.
    /// </summary>
    public static (int Process, string Purpose)? HolderOf(string path)
    {
        try
        {
            using var text = new StreamReader(new FileStream(HolderFile(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return text.ReadToEnd().Split('\n') is [var process, var purpose, ..] && int.TryParse(process, out var id)
                && Directory.Exists($"/proc/{id}")
                ? (id, purpose)
                : null;
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (file.CanRead)
        {
            Name("");
        }

        file.Dispose();
    }

    private static string HolderFile(string path) => $"{path}.holder";

    private void Name(string text)
    {
        if (holderFile is null)
        {
            return;
        }

        try
        {
            using var holder = Open(holderFile, FileAccess.ReadWrite, FileShare.ReadWrite);
            holder.SetLength(0);
            using var writer = new StreamWriter(holder);
            writer.Write(text);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            // The name is for people alone: the lock holds without it.
        }
    }

    // A file that may only be read can be locked all the same.
    private static FileStream OpenExclusively(string path)
    {
        try
        {
            return Open(path, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            return Open(path, FileAccess.Read, FileShare.None);
        }
    }

    // Opened before it is made: in a folder like /tmp a kernel refuses to make what another user has there already. A link there would
    // have this process write to a file of its own user that somebody else chose.
    private static FileStream Open(string path, FileAccess access, FileShare share)
    {
        if (new FileInfo(path).LinkTarget is { } target)
        {
            throw new IOException($"it is a link to {target}");
        }

        try
        {
            return new FileStream(path, FileMode.Open, access, share);
        }
        catch (FileNotFoundException)
        {
            Make(path);
            return new FileStream(path, FileMode.Open, access, share);
        }
    }

    private static void Make(string path)
    {
        try
        {
            using var made = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
            // By the file itself, since the process's mask is taken from what it is made with.
            File.SetUnixFileMode(made.SafeFileHandle, Everyone);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
        }
    }
}
