using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// Runs one ffmpeg command in a process of its own; several threads may do so at the same time. A command that fails is a reading with its
/// reason, not an exception.
/// </summary>
/// <param name="arguments">ffmpeg's arguments.</param>
/// <param name="folder">The work folder.</param>
/// <param name="limit">After this long its process tree is killed and the outcome is timed out.</param>
/// <param name="cancellation">Kills its process tree at once and throws.</param>
internal delegate LaneReading RunCommand(
    ImmutableArray<string> arguments, WorkFolder folder, TimeSpan limit, CancellationToken cancellation);

/// <summary>
/// Runs the commands of a plan, its texts written: each in a process of its own (<see cref="ProcessFleet"/>), or all in one
/// (<see cref="EngineWorker"/>). A command that fails ends the others; that is one reading with its reason, not an exception.
/// </summary>
internal delegate LaneReading RunCommands(LanePlan plan, WorkFolder folder, TimeSpan limit, CancellationToken cancellation);

/// <summary>A lane: what it makes of a job is a plan, and something runs that.</summary>
/// <param name="lane">The lane.</param>
/// <param name="threads">How many threads each command may use.</param>
/// <param name="runCommands">Runs the plan.</param>
internal sealed class PlannedLane(Lane lane, ThreadMode threads, RunCommands runCommands) : ILaneRunner
{
    public Lane Lane => lane;

    public LaneReading Run(Job job, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        var planned = LanePlan.Of(job, lane, threads);
        if (!planned.TryGet(out var plan))
        {
            return LaneReading.Failed(planned.Reason!);
        }

        plan.WriteTexts(folder);
        return runCommands(plan, folder, limit, cancellation);
    }
}
