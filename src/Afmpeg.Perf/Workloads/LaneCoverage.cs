namespace Afmpeg.Perf.Workloads;

/// <summary>
/// On how many lanes a job is measured. One axis is varied at a time: the matrix in full would take days and say little more.
/// </summary>
public enum LaneCoverage
{
    /// <summary>
    /// native and the default lane, one round: a job that is too long to repeat, or whose output is wanted and not its time.
    /// </summary>
    Once,

    /// <summary>native and the default lane: a job that is compared with another job.</summary>
    NativeAndDefault,

    /// <summary>The native baselines and the default lane: for axes that are properties of the job, such as effort or size.</summary>
    DefaultLane,

    /// <summary>The native baselines, both shipped subjects and the default lane.</summary>
    NotableLanes,

    /// <summary>
    /// The native baselines, and what each lever makes of the shipped subjects: the shipped engine or the other one, the shipped build or
    /// the default one.
    /// </summary>
    LeverLanes,

    /// <summary>Lever lanes, and every way to stop a guest: the job that this axis is read from.</summary>
    EveryStop,

    /// <summary>Lever lanes, every engine and every build: the reference that these axes are read from.</summary>
    EveryLane,

    /// <summary>The native baselines, and lanes that split a job beside the same lanes with one instance.</summary>
    Segments,

    /// <summary>
    /// The native baselines, and a batch of jobs over several instances: the shipped subjects, and the default lane in every way to spread
    /// work.
    /// </summary>
    Fleet,
}

/// <summary>How much is measured.</summary>
public enum Tier
{
    /// <summary>The reference case of each workload, within five minutes on two cores once set up.</summary>
    Quick,

    /// <summary>Every workload and axis.</summary>
    Full,
}
