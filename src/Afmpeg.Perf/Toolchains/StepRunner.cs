using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using CliWrap;

namespace Afmpeg.Perf.Toolchains;

/// <summary>Runs the steps of set-up one at a time each, tells how they go, and shows the end of the log of one that fails.</summary>
/// <param name="folders">Where scripts and logs lie.</param>
/// <param name="times">How long steps took last time.</param>
/// <param name="tell">Told when a step starts, while it works, and when it is done.</param>
public sealed class StepRunner(SuiteFolders folders, StepTimes times, Action<SetupEvent> tell)
{
    private const int LinesShown = 40;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>Runs one script of toolchain/.</summary>
    /// <param name="step">The step's name.</param>
    /// <param name="script">The script's file name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">The variables that it reads.</param>
    /// <param name="cancellation">Kills it, children and all.</param>
    /// <returns>What it wrote.</returns>
    /// <exception cref="PerfException">It failed; the message ends in the last lines of its log.</exception>
    public async Task<string> Script(
        string step, string script, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folders.Logs);
        var log = StepLog.FileOf(folders, step);
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
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="step">The step's name.</param>
    /// <param name="work">The work.</param>
    /// <returns>Its result.</returns>
    public async Task<T> Timed<T>(string step, Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        var last = times.Last(step);
        tell(new SetupEvent(step, SetupState.Started, TimeSpan.Zero, last));
        var task = work();
        while (await Task.WhenAny(task, Task.Delay(Heartbeat)) != task)
        {
            tell(new SetupEvent(step, SetupState.Running, clock.Elapsed, last));
        }

        var result = await task;
        times.Record(step, clock.Elapsed);
        tell(new SetupEvent(step, SetupState.Done, clock.Elapsed, last));
        return result;
    }

    /// <summary>Tells that a step failed and set-up goes on without it.</summary>
    /// <param name="step">The step's name.</param>
    public void Skip(string step) => tell(new SetupEvent(step, SetupState.Skipped, TimeSpan.Zero, null));

    private static PerfException Failed(string step, string log, int status, string written) => new(ExitStatus.Missing, $"Set-up failed in the step {step}")
    {
        Where = log,
        Observed = $"exit status {status}; the log ends:{Environment.NewLine}{string.Join(Environment.NewLine, written.TrimEnd().Split('\n').TakeLast(LinesShown))}",
        Remedy = "correct what the log says, then give the same command again: finished steps are kept",
    };
}
