using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// Runs one command under the launcher (toolchain/launcher.c), which takes the kernel's accounting of that process alone and dies,
/// process tree and all, with this process.
/// </summary>
/// <param name="launcher">The launcher's path.</param>
public sealed class MeasuredProcess(string launcher)
{
    private const int TailLength = 2000;
    private const int Terminate = 15;
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    /// <summary>Runs the command and waits for it on the calling thread: the kernel ties the launcher's life to the thread that started it.</summary>
    /// <param name="command">The program's path.</param>
    /// <param name="arguments">Its arguments; none goes through a shell.</param>
    /// <param name="folder">Its current folder, and where the accounting is written.</param>
    /// <param name="limit">After this long its process tree is killed.</param>
    /// <param name="cancellation">Kills its process tree and throws.</param>
    /// <returns>How it ended.</returns>
    public ProcessEnd Run(string command, IReadOnlyCollection<string> arguments, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        // Of this run alone: others may run beside it.
        var report = Path.Combine(folder.Scratch, $"usage-{Guid.NewGuid():N}.json");
        using var process = Start(command, arguments, folder.Root, report);
        using var kill = cancellation.Register(() => Stop(process));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var timedOut = !process.WaitForExit(limit);
        if (timedOut)
        {
            Stop(process);
        }

        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        _ = output.GetAwaiter().GetResult();
        var tail = Tail(errors.GetAwaiter().GetResult());
        return timedOut
            ? new ProcessEnd(null, null, TimedOut: true, null, tail)
            : ReadReport(report, CommandText.Of(command, arguments), tail);
    }

    // The launcher ends the whole tree when it is asked to. Killing it would end the command at once, whose own children would then be
    // nobody's before they could be found: one in a session of its own would live on, and hold the pipes open.
    private static void Stop(Process process)
    {
        if (process.HasExited)
        {
            return;
        }

        _ = Signal(process.Id, Terminate);
        if (!process.WaitForExit(TimeToStop))
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    private Process Start(string command, IEnumerable<string> arguments, string folder, string report)
    {
        var start = new ProcessStartInfo(launcher)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ImmutableArray<string> all = [report, "--", command, .. arguments];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new PerfException(ExitStatus.Missing, $"The launcher {launcher} did not start");
        process.StandardInput.Close();
        return process;
    }

    private static ProcessEnd ReadReport(string report, string commandText, string tail)
    {
        if (!File.Exists(report))
        {
            throw new PerfException(ExitStatus.Missing, "The launcher left no accounting of a run")
            {
                Where = report,
                Observed = tail,
                Remedy = $"check that the work folder has room; the command was {commandText}",
            };
        }

        var usage = JsonSerializer.Deserialize<LauncherReport>(File.ReadAllText(report), JsonSerializerOptions.Web)!;
        File.Delete(report);
        return new ProcessEnd(
            usage.ExitCode,
            usage.Signal,
            TimedOut: false,
            new ProcessUsage(
                TimeSpan.FromMicroseconds(usage.WallNanoseconds / 1000.0),
                TimeSpan.FromMicroseconds(usage.UserMicroseconds),
                TimeSpan.FromMicroseconds(usage.SystemMicroseconds),
                ByteCount.FromKibibytes(usage.PeakResidentKibibytes)),
            tail);
    }

    private static string Tail(string text) => text.Length <= TailLength ? text.Trim() : $"... {text[^TailLength..].Trim()}";

    private sealed record LauncherReport(
        long WallNanoseconds, long UserMicroseconds, long SystemMicroseconds, long PeakResidentKibibytes, int? ExitCode, int? Signal);
}
