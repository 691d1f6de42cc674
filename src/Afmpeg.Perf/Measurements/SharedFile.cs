using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Measurements;

/// <summary>A file that processes of several users open one after the other, in a folder that all may write to.</summary>
internal static class SharedFile
{
    // EAGAIN, as .NET passes flock(2)'s answer on.
    private const int IsLocked = 11;

    private const UnixFileMode Everyone =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Locks the file (advisory, flock(2)); null where another process, or another lock of this one, has it.</summary>
    public static FileStream? TryLock(string path)
    {
        try
        {
            return Lock(path);
        }
        catch (IOException fault) when (fault.HResult == IsLocked)
        {
            return null;
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw new PerfException(ExitStatus.Missing, "The file by which runs take turns on this machine cannot be locked")
            {
                Where = path,
                Observed = fault.Message,
                Remedy = "have its owner or an administrator remove it",
            };
        }
    }

    /// <summary>The file's text; null where it cannot be read.</summary>
    public static string? TryRead(string path)
    {
        try
        {
            using var text = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return text.ReadToEnd();
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return null;
        }
    }

    /// <summary>Puts a text into the file, if it may be written.</summary>
    public static void TryWrite(string path, string text)
    {
        try
        {
            using var file = Open(path, FileAccess.ReadWrite, FileShare.ReadWrite);
            file.SetLength(0);
            using var writer = new StreamWriter(file);
            writer.Write(text);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            // It is for people alone.
        }
    }

    // What may only be read can be locked all the same.
    private static FileStream Lock(string path)
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
