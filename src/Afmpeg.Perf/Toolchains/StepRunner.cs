using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using CliWrap;

namespace Afmpeg.Perf.Toolchains;

/// <summary>Runs the steps of set-up, reports how they go, and shows the end of the log of one that fails.</summary>
/// <param name="folders">Where scripts, logs and the times of earlier steps lie.</param>
/// <param name="report">Called when a step starts, every two seconds while it works, and when it is done.</param>
public sealed class StepRunner(SuiteFolders folders, Action<SetupEvent> report)
{
    private const int LinesShown = 40;
    private const string Error = "error: ";
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);
    private readonly StepTimes times = new(Path.Combine(folders.Cache, "step-times.json"));

    /// <summary>A step's log, which each try writes anew; the file is there once the step was tried.</summary>
    internal static string LogOf(SuiteFolders folders, string step) =>
        Path.Combine(folders.Logs, $"{string.Concat(step.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' ? c : '_'))}.log");

    /// <summary>Why a step failed when it was tried last: the last line of its log that reports an error.</summary>
    internal static string? Failure(SuiteFolders folders, string step) => LogOf(folders, step) is var log && File.Exists(log)
        ? File.ReadLines(log).LastOrDefault(line => line.Contains(Error, StringComparison.Ordinal))
        : null;

    /// <summary>Runs one script of toolchain/ and returns what it wrote.</summary>
    /// <exception cref="PerfException">It failed; the message ends in the last lines of its log.</exception>
    public async Task<string> Script(
        string step,
        string script,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        CancellationToken cancellation)
    {
        Directory.CreateDirectory(folders.Logs);
        var log = LogOf(folders, step);
        await using var writer = new StreamWriter(log) { AutoFlush = true };
        var pipe = PipeTarget.ToDelegate(writer.WriteLine);
        // Both streams on one pipe: on two of them the error that ends a log could stand anywhere in it.
        var command = Cli.Wrap("bash")
            .WithArguments(["-c", "exec bash \"$@\" 2>&1", "step", Path.Combine(folders.Toolchain, script), .. arguments])
            .WithEnvironmentVariables(environment)
            .WithStandardOutputPipe(pipe)
            .WithValidation(CommandResultValidation.None);
        return await Timed(step, async () =>
        {
            var result = await command.ExecuteAsync(cancellation);
            writer.Close();
            var written = await File.ReadAllTextAsync(log, cancellation);
            return result.ExitCode == 0 ? written : throw Failed(step, log, result.ExitCode, written);
        });
    }

    /// <summary>Does something that takes time under a step's name.</summary>
    public async Task<T> Timed<T>(string step, Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        var last = times.Last(step);
        report(new SetupEvent(step, SetupState.Started, TimeSpan.Zero, last));
        var task = work();
        while (await Task.WhenAny(task, Task.Delay(Heartbeat)) != task)
        {
            report(new SetupEvent(step, SetupState.Running, clock.Elapsed, last));
        }

        var result = await task;
        times.Record(step, clock.Elapsed);
        report(new SetupEvent(step, SetupState.Done, clock.Elapsed, last));
        return result;
    }

    /// <summary>Builds something in a temporary folder, which is removed afterwards.</summary>
    /// <param name="name">What the folder's name begins with.</param>
    /// <param name="build">Given that folder and a folder "out" in it, which it moves into the cache once its content is whole.</param>
    internal async Task InWorkFolder(string name, Func<string, string, Task> build)
    {
        var work = Path.Combine(folders.Work, $"{name}-{Guid.NewGuid():N}");
        var output = Directory.CreateDirectory(Path.Combine(work, "out")).FullName;
        try
        {
            await build(work, output);
        }
        finally
        {
            OwnedFolders.TryRemove(work);
        }
    }

    /// <summary>Reports that a step failed and set-up goes on without it.</summary>
    public void Skip(string step) => report(new SetupEvent(step, SetupState.Skipped, TimeSpan.Zero, null));

    private static PerfException Failed(string step, string log, int status, string written) =>
        new(ExitStatus.Missing, $"Set-up failed in the step {step}")
        {
            Where = log,
            Observed = $"exit status {status}; the log ends:{Environment.NewLine}"
                + string.Join(Environment.NewLine, written.TrimEnd().Split('\n').TakeLast(LinesShown)),
            Remedy = "fix what the log reports, then give the same command again: finished steps are kept",
        };
}
