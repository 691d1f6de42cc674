using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.SharedCore;

/// <summary>A lane that shares a core with others.</summary>
/// <param name="Name">Its lane's name; where two trees are compared, with the tree's.</param>
/// <param name="Case">The job and the lane.</param>
/// <param name="Runner">What runs it.</param>
/// <param name="Folder">Its own work folder, media staged.</param>
public sealed record CoreLane(string Name, BenchmarkCase Case, ILaneRunner Runner, WorkFolder Folder)
{
    /// <summary>Why a lane cannot be measured on a shared core; null where it can.</summary>
    public static string? WhyNotOnOneCore(Lane lane) =>
        (lane.UsesAllThreads ? "uses all cores" : lane.Mode != LaneMode.Alone ? "has several instances" : null) is { } reason
            ? $"{lane.Name} {reason}: it is compared by wall time, with afmpeg-perf run" : null;
}

/// <summary>Why a lane cannot be measured.</summary>
/// <param name="Lane">The lane's name.</param>
/// <param name="Reason">The reason.</param>
public sealed record LaneFault(string Lane, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Lane}: {Reason}";
}
