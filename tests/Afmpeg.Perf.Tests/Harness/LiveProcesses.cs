namespace Afmpeg.Perf.Tests.Harness;

/// <summary>The processes of this machine, by what their command lines name.</summary>
public static class LiveProcesses
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Those whose command line holds a text, zombies apart.</summary>
    public static IReadOnlyList<string> Naming(string text) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
            .Select(CommandLine)
            .Where(line => line.Contains(text, StringComparison.Ordinal)),
    ];

    /// <summary>Waits, not for long, until there is one, or none.</summary>
    public static bool Await(string text, bool any)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (Naming(text).Count > 0 != any)
        {
            if (clock.Elapsed > Patience)
            {
                return false;
            }

            Thread.Sleep(10);
        }

        return true;
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return "";
        }
    }
}
