using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A deterministic lane for tests: it runs nothing and gives the reading that it was told to, so that everything above execution is tested in milliseconds.</summary>
/// <param name="lane">The lane that it plays.</param>
/// <param name="readings">The reading of the n-th run of a job, n from 0.</param>
public sealed class ReplayLane(Lane lane, Func<Job, int, LaneReading> readings) : ILaneRunner
{
    private readonly Dictionary<string, int> runs = [];

    /// <inheritdoc/>
    public Lane Lane => lane;

    /// <summary>How often it was run, all jobs together.</summary>
    public int Runs => runs.Values.Sum();

    /// <inheritdoc/>
    public LaneReading Run(Job job, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var run = runs.GetValueOrDefault(job.Id);
        runs[job.Id] = run + 1;
        return readings(job, run);
    }
}
