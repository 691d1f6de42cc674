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
    private volatile int jobs;

    /// <summary>How many jobs it has finished.</summary>
    public int Jobs => jobs;

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Fault { get; private set; }

    /// <summary>What it did; at least one job must be finished.</summary>
    public CoreShare Share => new(lane.Name, jobs, executeTime?.TotalSeconds / jobs, processTime.TotalSeconds / jobs);

    private string LastOutput => Path.Combine(lane.Folder.Scratch, "last-output");

    /// <summary>Does its part, and then keeps the core busy until the others have done theirs.</summary>
    /// <param name="core">The core.</param>
    /// <param name="isOver">Whether no further job is to begin.</param>
    /// <param name="stop">Stops all lanes; it does so itself where it fails.</param>
    /// <param name="counted">To be called when its part is done.</param>
    /// <param name="end">When all have done theirs.</param>
    public void Run(int core, Func<bool> isOver, CancellationTokenSource stop, Action counted, CancellationToken end)
    {
        try
        {
            CoreAffinity.Pin(core);
            do
            {
                Fault = RunOnce(stop.Token);
            }
            while (Fault is null && !isOver());
            if (Fault is null)
            {
                counted();
                KeepBusy(end);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Another lane failed, or the whole run was called off.
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

    /// <summary>Runs the job once.</summary>
    /// <param name="cancellation">Kills it and throws.</param>
    /// <returns>Why it failed; null where it did not.</returns>
    public string? RunOnce(CancellationToken cancellation)
    {
        lane.Folder.ClearOutput();
        var reading = lane.Runner.Run(lane.Case.Job, lane.Folder, limit, cancellation);
        if (reading is not { Outcome: Outcome.Ok, Usage: { } usage })
        {
            return $"{lane.Name}: {reading.Reason}";
        }

        processTime += usage.User + usage.System;
        executeTime += reading.Phases.ExecuteCpu;
        jobs++;
        return null;
    }

    // The output of the last job that counts is put aside meanwhile: it is what will be looked at.
    private void KeepBusy(CancellationToken end)
    {
        if (end.IsCancellationRequested)
        {
            return;
        }

        Directory.Move(lane.Folder.Output, LastOutput);
        Directory.CreateDirectory(lane.Folder.Output);
        try
        {
            while (!end.IsCancellationRequested)
            {
                lane.Folder.ClearOutput();
                _ = lane.Runner.Run(lane.Case.Job, lane.Folder, limit, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // All have done their part.
        }
        finally
        {
            Directory.Delete(lane.Folder.Output, recursive: true);
            Directory.Move(LastOutput, lane.Folder.Output);
        }
    }
}
