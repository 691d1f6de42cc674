using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// Runs one command under the launcher (toolchain/launcher.c), which takes the kernel's accounting of that process alone and dies, process
/// tree and all, with this process.
/// </summary>
public sealed class MeasuredProcess(string launcher)
{
    /// <summary>What a command may write where nobody says otherwise: 4 GiB, several times what any job leaves.</summary>
    public static readonly ByteCount MostOutput = new(4L << 30);

    private const int TailLength = 2000;

    // Of UTF-8, a letter has four bytes at most.
    private const int TailBytes = 4 * (TailLength + 1);
    private const int Terminate = 15;
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    // Often enough that a flood is small; a look lists one folder, beside what is measured.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// What a command may write into the folder of outputs and its pipes together; beyond it, its process tree is killed.
    /// </summary>
    public ByteCount OutputLimit { get; init; } = MostOutput;

    /// <summary>
    /// Runs the command and waits for it on the calling thread: the kernel ties the launcher's life to the thread that started it.
    /// </summary>
    /// <param name="command">The program's path.</param>
    /// <param name="arguments">Its arguments; none goes through a shell.</param>
    /// <param name="folder">Its current folder, and where the accounting is written.</param>
    /// <param name="limit">After this long its process tree is killed.</param>
    /// <param name="cancellation">Kills its process tree and throws.</param>
    public ProcessEnd Run(
        string command, IReadOnlyCollection<string> arguments, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        // Of this run alone: others may run beside it.
        var report = Path.Combine(folder.Scratch, $"usage-{Guid.NewGuid():N}.json");
        var killed = OutOfMemoryKills();
        using var process = Start(command, arguments, folder.Root, report);
        using var kill = cancellation.Register(() => Stop(process));
        var watch = new OutputWatch(folder.Output, OutputLimit);
        var errors = watch.Drain(process.StandardError.BaseStream, TailBytes);
        var output = watch.Drain(process.StandardOutput.BaseStream, kept: 0);
        var timedOut = !WaitFor(process, limit, watch);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        _ = output.GetAwaiter().GetResult();
        var tail = Tail(errors.GetAwaiter().GetResult());
        if (timedOut)
        {
            return new ProcessEnd(null, null, TimedOut: true, null, tail);
        }

        var end = ReadReport(report, CommandText.Of(command, arguments), tail) with { RanOutOfMemory = OutOfMemoryKills() > killed };
        return watch.IsBeyond ? end with { BeyondOutput = OutputLimit } : end;
    }

    // False where it ran into the limit of time.
    private static bool WaitFor(Process process, TimeSpan limit, OutputWatch watch)
    {
        var clock = Stopwatch.StartNew();
        while (!process.WaitForExit(Shorter(BetweenLooks, limit - clock.Elapsed)))
        {
            var isOver = clock.Elapsed >= limit;
            if (isOver || watch.IsBeyond)
            {
                Stop(process);
                return !isOver;
            }
        }

        return true;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other > TimeSpan.Zero ? other : TimeSpan.Zero;

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
        // A full disk leaves the file empty.
        if (!File.Exists(report) || File.ReadAllText(report) is not { Length: > 0 } account)
        {
            throw new PerfException(ExitStatus.Missing, "The launcher left no accounting of a run")
            {
                Where = report,
                Observed = tail.Length > 0 ? tail : "no file, or an empty one",
                Remedy = "make room in the work folder, then give the same command again: it goes on where it stopped; "
                    + $"the command was {commandText}",
            };
        }

        var usage = JsonSerializer.Deserialize<LauncherReport>(account, JsonSerializerOptions.Web)!;
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

    // How often the kernel killed a process because the machine, or a control group of it, was out of memory: proc_vmstat(5), oom_kill.
    // Since the machine was started; 0 where the kernel does not say.
    private static long OutOfMemoryKills()
    {
        const string Name = "oom_kill ";
        try
        {
            var line = File.ReadLines("/proc/vmstat").FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal));
            return line is not null && long.TryParse(line[Name.Length..], out var count) ? count : 0;
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return 0;
        }
    }

    private static string Tail(string text) => text.Length <= TailLength ? text.Trim() : $"... {text[^TailLength..].Trim()}";

    private sealed record LauncherReport(
        long WallNanoseconds, long UserMicroseconds, long SystemMicroseconds, long PeakResidentKibibytes, int? ExitCode, int? Signal);
}
