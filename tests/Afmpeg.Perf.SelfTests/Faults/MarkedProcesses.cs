using System.Diagnostics;

namespace Afmpeg.Perf.SelfTests.Faults;

/// <summary>The processes that a command started, however they are related to it by now: those that inherited a variable of its environment.</summary>
/// <param name="mark">The variable's value.</param>
public sealed class MarkedProcesses(string mark)
{
    /// <summary>The variable.</summary>
    public const string Variable = "AFMPEG_TEST_MARK";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Those that live, zombies apart.</summary>
    public IReadOnlyList<int> Alive => LiveProcesses.Holding("environ", $"{Variable}={mark}");

    /// <summary>Kills them all, those too that are started meanwhile.</summary>
    public void Kill()
    {
        var clock = Stopwatch.StartNew();
        for (var alive = Alive; alive.Count > 0 && clock.Elapsed < Patience; alive = Alive)
        {
            Signal("KILL", [.. alive]);
        }
    }

    /// <summary>Waits, not for long, until none is left.</summary>
    /// <returns>Command lines of those that stay.</returns>
    public IReadOnlyList<string> AwaitEnd()
    {
        var clock = Stopwatch.StartNew();
        while (Alive.Count > 0 && clock.Elapsed < Patience)
        {
            Thread.Sleep(20);
        }

        return [.. Alive.Select(LiveProcesses.CommandLine)];
    }

    /// <summary>Sends a signal.</summary>
    /// <param name="name">Its name, such as HUP.</param>
    /// <param name="processes">To whom.</param>
    public static void Signal(string name, params int[] processes)
    {
        // The shell's own: not every machine has a program of that name.
        using var kill = Process.Start(new ProcessStartInfo("bash", ["-c", $"kill -{name} {string.Join(' ', processes)}"]) { RedirectStandardError = true })!;
        kill.WaitForExit();
    }
}
