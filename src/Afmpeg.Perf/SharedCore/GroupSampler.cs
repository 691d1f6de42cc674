using System.Collections.Immutable;
using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

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

    /// <summary>Measures groups one after the other.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="runners">The runner of a case, or why there is none: that lane is left out.</param>
    /// <param name="stage">Puts a job's media into a work folder.</param>
    /// <param name="time">How long all of them may take.</param>
    /// <param name="report">Told before each window.</param>
    /// <param name="cancellation">Stops it; finished windows are kept.</param>
    /// <returns>How long they took.</returns>
    public TimeSpan Measure(
        ImmutableArray<CoreGroup> groups, Func<BenchmarkCase, Reading<ILaneRunner>> runners, Action<WorkFolder, Job> stage, TimeSpan time, Action<string> report, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        foreach (var group in groups)
        {
            var folders = group.Cases.Select(_ => WorkFolder.Create()).ToArray();
            try
            {
                Array.ForEach(folders, folder => stage(folder, group.Job));
                ImmutableArray<CoreLane> lanes =
                [
                    .. group.Cases.Zip(folders, (planned, folder) => runners(planned).TryGet(out var runner) ? new CoreLane(planned.Lane.Name, planned, runner, folder) : null)
                        .OfType<CoreLane>(),
                ];
                if (lanes.Length > 1 && lanes[0].Case.Lane == CoreGroup.Reference)
                {
                    Measure(group.Job, lanes, time / groups.Length, report, cancellation);
                }
            }
            finally
            {
                Array.ForEach(folders, folder => folder.Dispose());
            }
        }

        return clock.Elapsed;
    }

    /// <summary>Measures a group.</summary>
    /// <param name="job">Its job.</param>
    /// <param name="lanes">Its lanes that can run here, each with its own work folder.</param>
    /// <param name="time">After this long no window begins.</param>
    /// <param name="report">Told before each window.</param>
    /// <param name="cancellation">Stops it; finished windows are kept.</param>
    public void Measure(Job job, ImmutableArray<CoreLane> lanes, TimeSpan time, Action<string> report, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var done = file.Read(run).Where(window => window.Job == job.Id).ToList();
        if (IsDone(done, lanes) || time <= TimeSpan.Zero)
        {
            return;
        }

        var windows = new WindowRun(lanes, check, WindowTime);
        var cores = CoreAffinity.Allowed();
        report($"one core {job.Id}: {string.Join(", ", lanes.Select(lane => lane.Name))}, each once before the windows");
        if (windows.WarmUp(cancellation) is { } fault)
        {
            Keep(new CoreWindow(run, DateTimeOffset.UtcNow, host, job.Id, done.Count + 1, cores[0], 0, []) { Failure = fault });
            return;
        }

        while (!IsDone(done, lanes) && clock.Elapsed < time)
        {
            var (number, core) = (done.Count + 1, cores[done.Count % cores.Length]);
            report($"one core {job.Id}: {lanes.Length} lanes at once, window {number} of {Fewest} to {Most}");
            var taken = windows.Measure(core, cancellation);
            Keep(taken.TryGet(out var found)
                ? new CoreWindow(run, DateTimeOffset.UtcNow, host, job.Id, number, core, found.Time.TotalSeconds, found.Shares)
                : new CoreWindow(run, DateTimeOffset.UtcNow, host, job.Id, number, core, 0, []) { Failure = taken.WhyNot });
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
