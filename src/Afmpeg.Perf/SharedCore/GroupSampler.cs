using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SharedCore;

/// <summary>Measures the windows of a run's groups: each until all of its ratios are known well enough.</summary>
/// <param name="file">Where windows are kept; those of a run that was killed count.</param>
/// <param name="newCheck">Makes what looks at the outputs of a group.</param>
/// <param name="run">The run's id.</param>
/// <param name="host">The host's fingerprint.</param>
public sealed class GroupSampler(WindowFile file, Func<IOutputCheck> newCheck, string run, string host)
{
    /// <summary>The fewest windows of a group.</summary>
    public const int Fewest = 4;

    /// <summary>The most windows of a group.</summary>
    public const int Most = 8;

    /// <summary>How far from its ratio an interval may reach, as a fraction.</summary>
    public const double Enough = 0.03;

    /// <summary>How long a window lasts at least.</summary>
    public TimeSpan WindowTime { get; init; } = WindowRun.Usual;

    /// <summary>
    /// Whether a ratio is known well enough. It is asked once before the most windows: more looks would make intervals hold the truth less
    /// often.
    /// </summary>
    public static bool IsKnown(IReadOnlyList<double> logs) =>
        logs.Count >= Most || (logs.Count == Fewest && MeanInterval.Of(logs, MeanInterval.Reported).TryGet(out var ratio)
            && ratio.High - ratio.Value <= Math.Log(1 + Enough));

    /// <summary>Measures groups one after the other.</summary>
    public TimeSpan Measure(
        ImmutableArray<CoreGroup> groups,
        Func<BenchmarkCase, Reading<ILaneRunner>> runners,
        Action<WorkFolder, Job> stage,
        TimeSpan time,
        Action<string> report,
        CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        foreach (var group in time > TimeSpan.Zero ? groups : [])
        {
            var folders = new List<WorkFolder>();
            try
            {
                var lanes = new List<CoreLane>();
                foreach (var benchmarkCase in group.Cases)
                {
                    if (runners(benchmarkCase).TryGet(out var runner))
                    {
                        folders.Add(WorkFolder.Create());
                        stage(folders[^1], group.Job);
                        lanes.Add(new CoreLane(benchmarkCase.Lane.Name, benchmarkCase, runner, folders[^1]));
                    }
                }

                Measure(group.Job, [.. lanes], time / groups.Length, report, cancellation);
            }
            finally
            {
                folders.ForEach(folder => folder.Dispose());
            }
        }

        return clock.Elapsed;
    }

    /// <summary>Measures a group. A lane that fails is kept with its reason, and the others go on without it.</summary>
    public void Measure(Job job, ImmutableArray<CoreLane> lanes, TimeSpan time, Action<string> report, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var done = file.Read(run).Where(window => window.Job == job.Id).ToList();
        var cores = WindowRun.Cores;
        WindowRun? windows = null;
        while (clock.Elapsed < time)
        {
            // A lane that failed would fail again.
            lanes = [.. lanes.Where(lane => !done.Exists(window => window.FailedLane == lane.Name))];
            if (lanes.Length < 2 || lanes[0].Case.Lane != CoreGroup.Reference
                || lanes.Skip(1).All(lane => IsKnown(CoreRatio.Logs(done, lane.Name, lanes[0].Name))))
            {
                return;
            }

            var number = done.Count + 1;
            if (windows is null)
            {
                report($"one core {job.Id}: {string.Join(", ", lanes.Select(lane => lane.Name))}, each once before the windows");
                windows = new WindowRun(lanes, newCheck(), WindowTime);
                if (windows.WarmUp(cancellation) is { } cold)
                {
                    Keep(number, cores[0], [], TimeSpan.Zero, cold);
                    continue;
                }
            }

            report($"one core {job.Id}: {lanes.Length} lanes at once, window {number} of {Fewest} or {Most}");
            var core = cores[number % cores.Length];
            var (shares, lasted, fault) = windows.Measure(core, cancellation);
            Keep(number, core, shares, lasted, fault);
        }

        void Keep(int number, int core, ImmutableArray<CoreShare> shares, TimeSpan lasted, LaneFault? fault)
        {
            var window = new CoreWindow(run, DateTimeOffset.UtcNow, host, job.Id, number, core, lasted.TotalSeconds, shares)
            {
                FailedLane = fault?.Lane,
                Failure = fault?.Reason,
            };
            file.Append(window);
            done.Add(window);
            windows = fault is null ? windows : null;
        }
    }
}
