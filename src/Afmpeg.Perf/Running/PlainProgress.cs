using System.Collections.Immutable;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Running;

/// <summary>Progress as lines: for pipes and logs, and for tests that have no terminal. Never silent for more than ten seconds.</summary>
/// <param name="output">Where lines go.</param>
/// <param name="time">Tells how long it has been silent; null for the monotonic clock.</param>
public sealed class PlainProgress(TextWriter output, TimeProvider? time = null) : IRunObserver
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(8);
    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private readonly Lock writing = new();
    private string lastJob = "";
    private bool isCounting;
    private long lastLine = (time ?? TimeProvider.System).GetTimestamp();

    private TimeSpan Silence => clock.GetElapsedTime(lastLine);

    /// <inheritdoc/>
    public void SettingUp(ImmutableArray<SetupTask> tasks) => Write(ProgressText.Plan(tasks));

    /// <inheritdoc/>
    public void SettingUp(SetupEvent progress)
    {
        if (progress.State != SetupState.Running || Silence >= Quiet)
        {
            Write(ProgressText.Of(progress));
        }
    }

    /// <inheritdoc/>
    public void LookedAt(CustomMedia media) => Write(ProgressText.Of(media));

    /// <inheritdoc/>
    public void Waiting(string holder, TimeSpan limit) => Write(ProgressText.Waiting(holder, limit));

    /// <inheritdoc/>
    public void Measuring(RunStart start) => Write(ProgressText.Of(start));

    /// <inheritdoc/>
    public void Progress(SamplerProgress progress)
    {
        var job = $"{progress.Round} {progress.Case.Job.Id}";
        if (job != lastJob || Silence >= Quiet)
        {
            lastJob = job;
            Write(ProgressText.Of(progress));
        }
    }

    /// <inheritdoc/>
    public void Sharing(string what) => Write(what);

    /// <inheritdoc/>
    public void Told(string line) => Write(line);

    /// <inheritdoc/>
    public void Counting(int done, int total, BenchmarkCase benchmarkCase)
    {
        if (!isCounting || Silence >= Quiet)
        {
            isCounting = true;
            Write(ProgressText.Counting(done, total, benchmarkCase));
        }
    }

    private void Write(string line)
    {
        lock (writing)
        {
            // A reason may be a guest's own words, and a media file may have any name: a line of the log is to stay one.
            output.WriteLine(VisibleText.OfLines(line));
            lastLine = clock.GetTimestamp();
        }
    }
}
