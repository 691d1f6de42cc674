namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The processes of this machine, as /proc shows them; zombies have empty files there.</summary>
public static class LiveProcesses
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The command lines that hold a text.</summary>
    public static IReadOnlyList<string> Naming(string text) => [.. Holding("cmdline", text).Select(CommandLine)];

    /// <summary>The ids of processes whose file of proc_pid(5), such as environ, holds a text, with blanks between its words.</summary>
    public static IReadOnlyList<int> Holding(string file, string text) =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(process => process > 0 && Read(process, file).Contains(text, StringComparison.Ordinal)),
    ];

    /// <summary>The command line of a process; empty where it has ended.</summary>
    public static string CommandLine(int process) => Read(process, "cmdline");

    /// <summary>Waits five seconds at most until some process, or none, names a text. Returns whether that is so.</summary>
    public static bool Await(string text, bool any) => SpinWait.SpinUntil(
        () =>
        {
            Thread.Sleep(10);
            return Naming(text).Count > 0 == any;
        },
        Patience);

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}").Replace('\0', ' ');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It has ended.
            return "";
        }
    }
}
