using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A lane that runs nothing, and gives a reading for each run of a job, by its number from 0.</summary>
public sealed class ReplayLane(Lane lane, Func<Job, int, LaneReading> readings) : ILaneRunner
{
    private readonly Dictionary<string, int> runs = [];

    public Lane Lane => lane;

    /// <summary>How often it was run, all jobs together.</summary>
    public int Runs => runs.Values.Sum();

    public LaneReading Run(Job job, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var run = runs.GetValueOrDefault(job.Id);
        runs[job.Id] = run + 1;
        return readings(job, run);
    }
}
