namespace Afmpeg.Perf.Lanes;

/// <summary>How a lane spreads its work over instances.</summary>
public enum LaneMode
{
    /// <summary>One instance, one job after the other.</summary>
    Alone,

    /// <summary>A batch over several instances, each a process of its own.</summary>
    Fleet,

    /// <summary>A batch over several instances in one process, which compiles the module once.</summary>
    Pool,

    /// <summary>A batch over several runtimes in one process, each of which compiles the module: how afmpeg's documentation tells its users to work in parallel.</summary>
    Runtimes,

    /// <summary>One job, split at frame boundaries over several instances in one process and joined without encoding again.</summary>
    Segments,
}
