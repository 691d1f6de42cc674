using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.SharedCore;

/// <summary>A lane that shares a core with others.</summary>
/// <param name="Name">What it is called: its lane's name, or that with the tree that it is of.</param>
/// <param name="Case">The job and the lane.</param>
/// <param name="Runner">What runs it.</param>
/// <param name="Folder">Its own work folder, media staged.</param>
public sealed record CoreLane(string Name, BenchmarkCase Case, ILaneRunner Runner, WorkFolder Folder)
{
    /// <summary>Why a lane cannot be measured on a shared core; null where it can.</summary>
    /// <param name="lane">The lane.</param>
    /// <returns>The reason.</returns>
    public static string? Reason(Lane lane) =>
        lane.UsesAllThreads ? $"{lane.Name} uses all cores: it is compared by wall time, with afmpeg-perf run"
        : lane.Mode != LaneMode.Alone ? $"{lane.Name} has several instances: it is compared by wall time, with afmpeg-perf run"
        : null;
}
