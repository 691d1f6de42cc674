using System.Runtime.InteropServices;

namespace Afmpeg.Perf.Foundation;

/// <summary>
/// What a path names where it is no regular file. A pipe or a device is never opened to find out: that could wait for ever.
/// </summary>
public static class FileKind
{
    // <fcntl.h> and <linux/stat.h>: paths from the working directory, the type alone is asked for, and where struct statx has it on every
    // processor.
    private const int WorkingDirectory = -100;
    private const uint Type = 1;
    private const int Size = 256;
    private const int ModeAt = 28;
    private const int TypeBits = 0xF000;

    /// <summary>
    /// What is there instead of a regular file, behind any links: such as "a folder"; null if it is a regular file, or nothing, or cannot
    /// be known.
    /// </summary>
    public static string? Other(string path)
    {
        var answer = new byte[Size];
        return Statx(WorkingDirectory, path, flags: 0, Type, answer) != 0 ? null : (BitConverter.ToUInt16(answer, ModeAt) & TypeBits) switch
        {
            0x1000 => "a pipe (FIFO)",
            0x2000 => "a character device",
            0x4000 => "a folder",
            0x6000 => "a block device",
            0xC000 => "a socket",
            _ => null,
        };
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] answer);
}
