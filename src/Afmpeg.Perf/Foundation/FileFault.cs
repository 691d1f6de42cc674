namespace Afmpeg.Perf.Foundation;

/// <summary>Distinguishes what a file system refuses from a fault of the program.</summary>
public static class FileFault
{
    /// <summary>Whether a file could not be used: no room, no permission, no such place, a limit of file sizes.</summary>
    public static bool Is(Exception fault) => fault is IOException or UnauthorizedAccessException || IsTooLarge(fault);

    // .NET reports EFBIG, from a limit of file sizes (ulimit -f), as an argument out of range. The stack trace tells it from a fault of the
    // program.
    private static bool IsTooLarge(Exception fault) =>
        fault is ArgumentOutOfRangeException { ParamName: "value" }
        && fault.StackTrace?.TrimStart() is { } trace
        && (trace.StartsWith("at System.IO.", StringComparison.Ordinal)
            || trace.StartsWith("at System.ConsolePal.", StringComparison.Ordinal));
}
