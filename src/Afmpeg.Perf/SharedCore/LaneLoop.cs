using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SharedCore;

/// <summary>A lane's part of a window: its job again and again, on a thread of its own.</summary>
/// <param name="lane">The lane.</param>
/// <param name="limit">After this long a job is killed.</param>
internal sealed class LaneLoop(CoreLane lane, TimeSpan limit)
{
    private TimeSpan processTime;
    private TimeSpan? executeTime = TimeSpan.Zero;
    private TimeSpan wallTime;
    private TimeSpan began;

    /// <summary>How many jobs of it count.</summary>
    public int Jobs { get; private set; }

    /// <summary>Whether the job under way counts although the window is over.</summary>
    public bool CountsLast { get; set; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Fault { get; private set; }

    /// <summary>What it did; at least one job must count.</summary>
    public CoreShare Share => new(lane.Name, Jobs, executeTime?.TotalSeconds / Jobs, processTime.TotalSeconds / Jobs);

    private string Finished => Path.Combine(lane.Folder.Scratch, "finished-output");

    /// <summary>Whether the job under way is more than half done, to judge by those before it.</summary>
    /// <param name="now">The window's time.</param>
    /// <returns>Whether it is.</returns>
    public bool HasDoneHalf(TimeSpan now) => 2 * (now - began) >= wallTime / Jobs;

    /// <summary>Runs jobs until all lanes have done theirs.</summary>
    /// <param name="core">The core.</param>
    /// <param name="window">Says which jobs count.</param>
    /// <param name="stop">Stops all lanes; it does so itself where it fails.</param>
    /// <param name="end">When all have done their part: kills the job that is then under way.</param>
    public void Run(int core, WindowClock window, CancellationTokenSource stop, CancellationToken end)
    {
        try
        {
            CoreAffinity.Pin(core);
            while (!end.IsCancellationRequested && RunOnce(() => window.Now, end) is { } reading)
            {
                window.Finish(this, () => Count(reading, window.Now));
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // All have done their part, another lane failed, or the whole run was called off.
        }
        catch (PerfException fault)
        {
            Fault = $"{lane.Name}: {fault.Message}";
        }

        if (Fault is not null)
        {
            stop.Cancel();
        }
    }

    /// <summary>Runs the job once, outside every window.</summary>
    /// <param name="cancellation">Kills it and throws.</param>
    /// <returns>Why it failed; null where it did not.</returns>
    public string? WarmUp(CancellationToken cancellation)
    {
        _ = RunOnce(() => TimeSpan.Zero, cancellation);
        return Fault;
    }

    /// <summary>Puts the output of the last job that counts back, to be looked at. To be called after the window.</summary>
    public void RestoreOutput()
    {
        if (Directory.Exists(Finished))
        {
            Directory.Delete(lane.Folder.Output, recursive: true);
            Directory.Move(Finished, lane.Folder.Output);
        }
    }

    private LaneReading? RunOnce(Func<TimeSpan> now, CancellationToken cancellation)
    {
        lane.Folder.ClearOutput();
        began = now();
        var reading = lane.Runner.Run(lane.Case.Job, lane.Folder, limit, cancellation);
        if (reading is { Outcome: Outcome.Ok, Usage: not null })
        {
            return reading;
        }

        Fault = $"{lane.Name}: {reading.Reason}";
        return null;
    }

    private void Count(LaneReading reading, TimeSpan now)
    {
        processTime += reading.Usage!.User + reading.Usage.System;
        executeTime += reading.Phases.ExecuteCpu;
        wallTime += now - began;
        Jobs++;
        if (Directory.Exists(Finished))
        {
            Directory.Delete(Finished, recursive: true);
        }

        Directory.Move(lane.Folder.Output, Finished);
        Directory.CreateDirectory(lane.Folder.Output);
    }
}
