using System.Runtime.ExceptionServices;
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
    private ExceptionDispatchInfo? thrown;

    /// <summary>How many jobs of it count.</summary>
    public int Jobs { get; private set; }

    /// <summary>Whether the job under way counts although the window is over.</summary>
    public bool CountsLast { get; set; }

    /// <summary>Why it failed; null where it did not.</summary>
    public LaneFault? Fault { get; private set; }

    /// <summary>What it did; at least one job must count.</summary>
    public CoreShare Share => new(lane.Name, Jobs, executeTime?.TotalSeconds / Jobs, processTime.TotalSeconds / Jobs);

    private string Finished => Path.Combine(lane.Folder.Scratch, "finished-output");

    /// <summary>Whether the job under way is more than half done, judging by those before it.</summary>
    public bool HasDoneHalf(TimeSpan now) => 2 * (now - began) >= wallTime / Jobs;

    /// <summary>Runs jobs until all lanes have done theirs.</summary>
    public void Run(int core, WindowClock window, CancellationTokenSource stop, CancellationToken end)
    {
        try
        {
            CoreAffinity.Pin(core);
            while (!end.IsCancellationRequested && RunOnce(end) is { } reading)
            {
                window.Finish(this, () => Count(reading, window.Now));
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // All have done their part, another lane failed, or the whole run was called off.
        }
#pragma warning disable CA1031 // It is thrown again, on the thread that waits.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            thrown = ExceptionDispatchInfo.Capture(fault);
        }

        if (Fault is not null || thrown is not null)
        {
            stop.Cancel();
        }
    }

    /// <summary>Runs the job once, outside every window.</summary>
    public LaneFault? WarmUp(CancellationToken cancellation)
    {
        _ = RunOnce(cancellation);
        return Fault;
    }

    /// <summary>
    /// After the window: throws what the machine did to it, such as a full disk, and puts the output of the last job that counts back, to
    /// be looked at.
    /// </summary>
    public void Conclude()
    {
        thrown?.Throw();
        if (Directory.Exists(Finished))
        {
            Directory.Delete(lane.Folder.Output, recursive: true);
            Directory.Move(Finished, lane.Folder.Output);
        }
    }

    private LaneReading? RunOnce(CancellationToken cancellation)
    {
        lane.Folder.ClearOutput();
        var reading = lane.Runner.Run(lane.Case.Job, lane.Folder, limit, cancellation);
        if (reading is { Outcome: Outcome.Ok, Usage: not null })
        {
            return reading;
        }

        Fault = new LaneFault(lane.Name, reading.Reason ?? "it ended without the kernel's accounting");
        return null;
    }

    // The next job begins as this one ends.
    private void Count(LaneReading reading, TimeSpan now)
    {
        processTime += reading.Usage!.User + reading.Usage.System;
        executeTime += reading.Phases.ExecuteCpu;
        wallTime += now - began;
        began = now;
        Jobs++;
        if (Directory.Exists(Finished))
        {
            Directory.Delete(Finished, recursive: true);
        }

        Directory.Move(lane.Folder.Output, Finished);
        Directory.CreateDirectory(lane.Folder.Output);
    }
}
