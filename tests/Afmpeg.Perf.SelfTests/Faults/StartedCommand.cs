using System.Diagnostics;

namespace Afmpeg.Perf.SelfTests.Faults;

/// <summary>The command afmpeg-perf while it runs.</summary>
public sealed class StartedCommand : IDisposable
{
    // Longer than a run waits for another one of this machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;
    private readonly Stopwatch clock = Stopwatch.StartNew();

    private StartedCommand(Process process, string mark)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
        Tree = new MarkedProcesses(mark);
    }

    /// <summary>It, and what it started.</summary>
    public MarkedProcesses Tree { get; }

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>Starts it.</summary>
    /// <param name="shell">What a shell is to do; {0} stands for the command, by exec, so that the shell's process becomes the command's.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Variables besides the test's own.</param>
    /// <returns>The command.</returns>
    public static StartedCommand Start(string shell, string folder, IReadOnlyDictionary<string, string?> environment)
    {
        var mark = Guid.NewGuid().ToString("N");
        var marked = new Dictionary<string, string?>(environment) { [MarkedProcesses.Variable] = mark };
        return new StartedCommand(BuiltCommand.Start("bash", folder, marked, "-c", shell.Replace("{0}", BuiltCommand.Line, StringComparison.Ordinal)), mark);
    }

    /// <summary>Waits for its end for a while.</summary>
    /// <param name="time">How long.</param>
    /// <returns>How long it took; null where it has not ended.</returns>
    public TimeSpan? Ended(TimeSpan time) => process.WaitForExit(time) ? clock.Elapsed : null;

    /// <summary>Waits for its end.</summary>
    /// <returns>How it ended and what it wrote.</returns>
    public (int Status, string Output, string Errors) Finish()
    {
        process.WaitForExit(Patience).Should().BeTrue("nothing hangs");
        Task.WhenAll(output, errors).Wait(Patience).Should().BeTrue("no process that it started outlives it, and holds its pipes");
        return (process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Waits until something is so, or it has ended.</summary>
    /// <param name="condition">What is waited for.</param>
    public void WaitUntil(Func<bool> condition) => SpinWait.SpinUntil(
        () =>
        {
            Thread.Sleep(50);
            return process.HasExited || condition();
        },
        Patience).Should().BeTrue("nothing hangs");

    /// <inheritdoc/>
    public void Dispose()
    {
        Tree.Kill();
        process.Dispose();
    }
}
