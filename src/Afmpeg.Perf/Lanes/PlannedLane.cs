using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>A lane: what it makes of a job is a plan, and something runs that.</summary>
/// <param name="lane">The lane.</param>
/// <param name="threads">How many threads each command may use.</param>
/// <param name="runner">What runs the plan.</param>
public sealed class PlannedLane(Lane lane, ThreadMode threads, IPlanRunner runner) : ILaneRunner
{
    /// <inheritdoc/>
    public Lane Lane => lane;

    /// <inheritdoc/>
    public LaneReading Run(Job job, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        var benchmarkCase = LanePlan.Of(job, lane, threads);
        if (!benchmarkCase.TryGet(out var plan))
        {
            return LaneReading.Failed(benchmarkCase.Reason!);
        }

        plan.WriteTexts(folder);
        return runner.Run(plan, folder, limit, cancellation);
    }
}
