using System.Diagnostics;

namespace Afmpeg.Perf.SelfTests.Faults;

/// <summary>The command afmpeg-perf while it runs, with all that it started: those processes inherit a mark in their environment.</summary>
public sealed class StartedCommand : IDisposable
{
    private const string MarkVariable = "AFMPEG_TEST_MARK";

    // Longer than a run waits for another one of this machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan PatienceWithKilled = TimeSpan.FromSeconds(10);

    private readonly string mark = Guid.NewGuid().ToString("N");
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    /// <summary>Starts a line of shell, in which {0} stands for the command; after exec, the shell's process is the command's.</summary>
    public StartedCommand(string shell, string folder, IReadOnlyDictionary<string, string?> environment)
    {
        var marked = new Dictionary<string, string?>(environment) { [MarkVariable] = mark };
        process = BuiltCommand.Start("bash", folder, marked, "-c", shell.Replace("{0}", BuiltCommand.Line, StringComparison.Ordinal));
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    private IReadOnlyList<int> Alive => LiveProcesses.Holding("environ", $"{MarkVariable}={mark}");

    /// <summary>Sends a signal, such as HUP, to the command alone.</summary>
    public void Signal(string name) => Signal(name, [Id]);

    /// <summary>Kills the command and everything that it started, or starts meanwhile.</summary>
    public void KillTree()
    {
        var patience = Stopwatch.StartNew();
        for (var alive = Alive; alive.Count > 0 && patience.Elapsed < PatienceWithKilled; alive = Alive)
        {
            Signal("KILL", alive);
        }
    }

    /// <summary>Waits ten seconds for the end of everything that it started, and returns the command lines of what is left.</summary>
    public IReadOnlyList<string> Survivors()
    {
        SpinWait.SpinUntil(() => Alive.Count == 0, PatienceWithKilled);
        return [.. Alive.Select(LiveProcesses.CommandLine)];
    }

    /// <summary>Waits so long for its end, and returns how long it ran; null where it still runs.</summary>
    public TimeSpan? Ended(TimeSpan time) => process.WaitForExit(time) ? clock.Elapsed : null;

    public (int Status, string Output, string Errors) Finish()
    {
        process.WaitForExit(Patience).Should().BeTrue("nothing hangs");
        Task.WhenAll(output, errors).Wait(Patience).Should().BeTrue("no process that it started outlives it and holds its pipes");
        return (process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Waits until a condition holds, or the command has ended.</summary>
    public void WaitUntil(Func<bool> condition) => SpinWait.SpinUntil(
        () =>
        {
            Thread.Sleep(50);
            return process.HasExited || condition();
        },
        Patience).Should().BeTrue("nothing hangs");

    public void Dispose()
    {
        KillTree();
        process.Dispose();
    }

    // The shell's own kill: not every machine has a program of that name.
    private static void Signal(string name, IEnumerable<int> processes) =>
        BuiltCommand.RunProgram("bash", "/", "-c", $"kill -{name} {string.Join(' ', processes)}");
}
