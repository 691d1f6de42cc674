namespace Afmpeg.Perf.Workloads;

/// <summary>On how many lanes a job is measured. One axis is varied at a time: the matrix in full would take days and say little more.</summary>
public enum Breadth
{
    /// <summary>native and the default lane alone, and once: a job too long to be repeated.</summary>
    Once,

    /// <summary>native and the default lane alone: a job that is there to be compared with another one.</summary>
    NativeAndDefault,

    /// <summary>The native baselines and the default lane: for axes that are properties of the job, such as effort or size.</summary>
    DefaultLane,

    /// <summary>The native baselines, and on the default engine what upstream ships and the default build.</summary>
    NotableLanes,

    /// <summary>
    /// The native baselines, and every pair of upstream's engine or the default one with upstream's build or the default one: jobs on which
    /// levers are held against what upstream ships.
    /// </summary>
    LeverLanes,

    /// <summary>Every engine with every build: the reference that the axes of build and engine are read from.</summary>
    EveryLane,

    /// <summary>The native baselines, the default lane, and the lanes that split a job: one job over several instances.</summary>
    Segments,

    /// <summary>The native baselines and the fleets: a batch of jobs over several instances.</summary>
    Fleet,
}
