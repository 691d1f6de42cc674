using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// Runs one job in a process of its own and returns one flat reading. The seam at which a deterministic fake takes the place of the real
/// thing.
/// </summary>
public interface ILaneRunner
{
    /// <summary>Which lane this is.</summary>
    Lane Lane { get; }

    /// <summary>Runs the job once. A job that fails is a reading with its reason, not an exception.</summary>
    LaneReading Run(Job job, WorkFolder folder, TimeSpan limit, CancellationToken cancellation);
}
