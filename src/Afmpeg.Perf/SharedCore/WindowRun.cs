using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SharedCore;

/// <summary>
/// Measures windows of one job (ADR 14). Each lane starts its job again as soon as it has ended; <see cref="WindowClock"/> says which jobs
/// count.
/// </summary>
/// <param name="lanes">Two lanes or more, of one job.</param>
/// <param name="check">Looks at outputs, between windows.</param>
/// <param name="time">How long a window lasts at least.</param>
public sealed class WindowRun(ImmutableArray<CoreLane> lanes, IOutputCheck check, TimeSpan time)
{
    /// <summary>How long a window lasts at least by default: long enough for thousands of turns of the kernel.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(6);

    private readonly Dictionary<string, OutputFacts> outputs = [];

    /// <summary>The cores that windows take in turn.</summary>
    public static ImmutableArray<int> Cores => CoreAffinity.Allowed();

    /// <summary>What a lane wrote last; null before it was looked at.</summary>
    public OutputFacts? OutputOf(string lane) => outputs.GetValueOrDefault(lane);

    /// <summary>
    /// Runs each lane once by itself, outside every window: engines compile their modules, and pictures that windows throw away are looked
    /// at.
    /// </summary>
    public LaneFault? WarmUp(CancellationToken cancellation) =>
        lanes.Select(lane => lane with { Case = lane.Case with { Job = lane.Case.Job.Proof() ?? lane.Case.Job } })
            .Select(lane => new LaneLoop(lane, lane.Case.TimeLimit).WarmUp(cancellation) ?? Look(lane))
                .FirstOrDefault(fault => fault is not null);

    /// <summary>Measures one window.</summary>
    /// <exception cref="PerfException">The machine failed, not a lane.</exception>
    public (ImmutableArray<CoreShare> Shares, TimeSpan Time, LaneFault? Fault) Measure(int core, CancellationToken cancellation)
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
            loop.Conclude();
        }

        var fault = loops.Select(loop => loop.Fault).FirstOrDefault(found => found is not null) ?? lanes.Select(Look)
            .FirstOrDefault(found => found is not null);
        return (fault is null ? [.. loops.Select(loop => loop.Share)] : [], lasted, fault);
    }

    private LaneFault? Look(CoreLane lane)
    {
        // What quality is compared with is made from the inputs: they are put right before the output is looked at.
        var changed = lane.Folder.RepairInputs();
        var found = check.Check(lane.Case.Job, lane.Folder);
        // Of an output that is thrown away, what the warm-up listed is known.
        if (found.TryGet(out var facts) && (facts.FramesDigest is not null || !outputs.ContainsKey(lane.Name)))
        {
            outputs[lane.Name] = facts;
        }

        return changed.Length > 0 ? new LaneFault(lane.Name, $"it changed its inputs ({string.Join(", ", changed)})")
            : found.Reason is { } wrong ? new LaneFault(lane.Name, wrong)
            : null;
    }
}
