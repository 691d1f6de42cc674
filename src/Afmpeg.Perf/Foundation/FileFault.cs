namespace Afmpeg.Perf.Foundation;

/// <summary>Tells what a file system refuses from what is a fault of the program.</summary>
public static class FileFault
{
    /// <summary>Whether a file could not be used: no room, no permission, no such place; a limit of file sizes, which .NET tells as an argument out of range.</summary>
    /// <param name="fault">What was thrown by work on a file.</param>
    /// <returns>Whether it is of the file system.</returns>
    public static bool Is(Exception fault) => fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;
}
