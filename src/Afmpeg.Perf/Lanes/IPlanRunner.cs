namespace Afmpeg.Perf.Lanes;

/// <summary>Runs the commands of a plan: each in a process of its own (<see cref="ProcessFleet"/>), or all in one (<see cref="EngineWorker"/>).</summary>
public interface IPlanRunner
{
    /// <summary>Runs the plan once. A command that fails ends the others; that is a reading with its reason, not an exception.</summary>
    /// <param name="plan">The plan, its texts written.</param>
    /// <param name="folder">The work folder.</param>
    /// <param name="limit">After this long every process is killed and the outcome is timed out.</param>
    /// <param name="cancellation">Kills every process at once and throws.</param>
    /// <returns>One reading of it all.</returns>
    LaneReading Run(LanePlan plan, WorkFolder folder, TimeSpan limit, CancellationToken cancellation);
}
