using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SharedCore;

/// <summary>
/// Measures windows of one job. Each lane starts its job again as soon as it has ended; <see cref="WindowClock"/> says which jobs count. A lane that
/// has done its part goes on without being counted until all have, since a job that has the core to itself is faster than one that shares it, by
/// several percent.
/// </summary>
/// <param name="lanes">Two lanes or more, of one job.</param>
/// <param name="check">Looks at outputs, between windows.</param>
/// <param name="time">How long a window lasts at least.</param>
public sealed class WindowRun(ImmutableArray<CoreLane> lanes, IOutputCheck check, TimeSpan time)
{
    /// <summary>How long a window lasts at least where nothing else is said: long enough for thousands of turns of the kernel.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(6);

    private readonly Dictionary<string, OutputFacts> outputs = [];

    /// <summary>What a lane wrote last; null before it was looked at.</summary>
    /// <param name="lane">The lane's name.</param>
    /// <returns>The facts.</returns>
    public OutputFacts? OutputOf(string lane) => outputs.GetValueOrDefault(lane);

    /// <summary>Runs each lane once by itself, outside every window: engines compile their modules, and pictures that windows throw away are looked at.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Why a lane cannot be measured; null where all can.</returns>
    public string? WarmUp(CancellationToken cancellation) =>
        lanes.Select(lane => lane with { Case = lane.Case with { Job = lane.Case.Job.Proof() ?? lane.Case.Job } })
            .Select(lane => new LaneLoop(lane, lane.Case.TimeLimit).WarmUp(cancellation) ?? Look(lane)).FirstOrDefault(fault => fault is not null);

    /// <summary>Measures one window.</summary>
    /// <param name="core">The core.</param>
    /// <param name="cancellation">Stops it; the window is lost.</param>
    /// <returns>A share for each lane and how long the window lasted; or why a lane failed.</returns>
    public Reading<(ImmutableArray<CoreShare> Shares, TimeSpan Time)> Measure(int core, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        ImmutableArray<LaneLoop> loops = [.. lanes.Select(lane => new LaneLoop(lane, lane.Case.TimeLimit * lanes.Length))];
        var window = new WindowClock(time, end.Cancel);
        foreach (var loop in loops)
        {
            window.Add(loop);
        }

        // The kernel ties a launcher's life to the thread that started it, and a process keeps to the cores of that thread.
        var threads = loops.Select(loop => new Thread(() => loop.Run(core, window, stop, end.Token)) { IsBackground = true }).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        var lasted = window.Now;
        cancellation.ThrowIfCancellationRequested();
        foreach (var loop in loops)
        {
            loop.RestoreOutput();
        }

        var fault = loops.Select(loop => loop.Fault).FirstOrDefault(found => found is not null) ?? lanes.Select(Look).FirstOrDefault(found => found is not null);
        return fault is null
            ? Reading<(ImmutableArray<CoreShare>, TimeSpan)>.Of(([.. loops.Select(loop => loop.Share)], lasted))
            : Reading<(ImmutableArray<CoreShare>, TimeSpan)>.NotMeasured(fault);
    }

    private string? Look(CoreLane lane)
    {
        var found = check.Check(lane.Case.Job, lane.Folder);
        if (found.TryGet(out var facts))
        {
            outputs[lane.Name] = facts;
        }

        return found.WhyNot is { } wrong ? $"{lane.Name}: {wrong}" : null;
    }
}
