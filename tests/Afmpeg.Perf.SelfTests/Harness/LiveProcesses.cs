namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The processes of this machine, by what /proc tells of them.</summary>
public static class LiveProcesses
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Those whose command line holds a text, zombies apart.</summary>
    public static IReadOnlyList<string> Naming(string text) => [.. Holding("cmdline", text).Select(CommandLine)];

    /// <summary>Those of which a file holds a text, zombies apart.</summary>
    /// <param name="file">The file of proc_pid(5), such as environ.</param>
    /// <param name="text">The text, words parted by blanks.</param>
    /// <returns>Their ids.</returns>
    public static IReadOnlyList<int> Holding(string file, string text) =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!))
            .Where(process => Read(process, file).Contains(text, StringComparison.Ordinal)),
    ];

    /// <summary>The command line of a process.</summary>
    /// <param name="process">Its id.</param>
    /// <returns>The words; empty where it has ended.</returns>
    public static string CommandLine(int process) => Read(process, "cmdline");

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

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}").Replace('\0', ' ');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return "";
        }
    }
}
