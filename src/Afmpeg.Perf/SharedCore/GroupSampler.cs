using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SharedCore;

/// <summary>Measures the windows of a run's groups: each until all of its ratios are known well enough.</summary>
/// <param name="file">Where windows are kept; those of a run that was killed count.</param>
/// <param name="check">Looks at outputs.</param>
/// <param name="run">The run's id.</param>
/// <param name="host">The host's fingerprint.</param>
public sealed class GroupSampler(WindowFile file, IOutputCheck check, string run, string host)
{
    /// <summary>The fewest windows of a group.</summary>
    public const int Fewest = 4;

    /// <summary>The most windows of a group.</summary>
    public const int Most = 8;

    /// <summary>How far from its ratio an interval may reach, as a fraction.</summary>
    public const double Enough = 0.03;

    /// <summary>How long a window lasts at least.</summary>
    public TimeSpan WindowTime { get; init; } = WindowRun.Usual;

    /// <summary>Measures a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="lanes">Its lanes that can run here, each with its own work folder.</param>
    /// <param name="report">Told before each window.</param>
    /// <param name="cancellation">Stops it; finished windows are kept.</param>
    public void Measure(CoreGroup group, ImmutableArray<CoreLane> lanes, Action<string> report, CancellationToken cancellation)
    {
        var done = file.Read(run).Where(window => window.Job == group.Job.Id).ToList();
        if (IsDone(done, lanes))
        {
            return;
        }

        var windows = new WindowRun(lanes, check, WindowTime);
        var cores = CoreAffinity.Allowed();
        report($"one core {group.Job.Id}: {string.Join(", ", lanes.Select(lane => lane.Name))}, each once before the windows");
        if (windows.WarmUp(cancellation) is { } fault)
        {
            Keep(new CoreWindow(run, DateTimeOffset.UtcNow, host, group.Job.Id, done.Count + 1, cores[0], 0, []) { Failure = fault });
            return;
        }

        while (!IsDone(done, lanes))
        {
            var (number, core) = (done.Count + 1, cores[done.Count % cores.Length]);
            report($"one core {group.Job.Id}: {lanes.Length} lanes at once, window {number} of {Fewest} to {Most}");
            var taken = windows.Measure(core, cancellation);
            Keep(taken.TryGet(out var found)
                ? new CoreWindow(run, DateTimeOffset.UtcNow, host, group.Job.Id, number, core, found.Time.TotalSeconds, found.Shares)
                : new CoreWindow(run, DateTimeOffset.UtcNow, host, group.Job.Id, number, core, 0, []) { Failure = taken.WhyNot });
        }

        void Keep(CoreWindow window)
        {
            file.Append(window);
            done.Add(window);
        }
    }

    private static bool IsDone(List<CoreWindow> windows, ImmutableArray<CoreLane> lanes) =>
        windows.Count >= Most || windows.Any(window => window.Failure is not null)
        || (windows.Count >= Fewest && lanes.Skip(1).All(lane =>
            CoreRatio.Of(windows, lane.Name, lanes[0].Name).TryGet(out var ratio) && ratio.High <= ratio.Value * (1 + Enough)));
}
