using System.Collections.Immutable;
using System.Diagnostics;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf;

/// <summary>Progress as lines: for pipes and logs, and for tests that have no terminal. Never silent for more than ten seconds.</summary>
/// <param name="output">Where lines go.</param>
public sealed class PlainProgress(TextWriter output) : IRunObserver
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(8);
    private readonly Stopwatch sinceLastLine = Stopwatch.StartNew();
    private readonly Lock writing = new();
    private string lastJob = "";

    /// <inheritdoc/>
    public void SettingUp(ImmutableArray<SetupTask> tasks) => Write(ProgressText.Plan(tasks));

    /// <inheritdoc/>
    public void SettingUp(SetupEvent progress)
    {
        if (progress.State != SetupState.Running || sinceLastLine.Elapsed > Quiet)
        {
            Write(ProgressText.Of(progress));
        }
    }

    /// <inheritdoc/>
    public void Measuring(RunStart start) => Write(ProgressText.Of(start));

    /// <inheritdoc/>
    public void Progress(SamplerProgress progress)
    {
        var job = $"{progress.Round} {progress.Case.Job.Id}";
        if (job != lastJob || sinceLastLine.Elapsed > Quiet)
        {
            lastJob = job;
            Write(ProgressText.Of(progress));
        }
    }

    private void Write(string line)
    {
        lock (writing)
        {
            output.WriteLine(line);
            sinceLastLine.Restart();
        }
    }
}
