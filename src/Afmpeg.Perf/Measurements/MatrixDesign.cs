using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Measurements;

/// <summary>
/// Which cases of the cross product of jobs and lanes are measured, and from which tier on: every axis is varied while the others stay at
/// their reference. What is left out has a name and a reason. Moving a lane to another tier is a line here.
/// </summary>
public static class MatrixDesign
{
    /// <summary>The engine at which the axis of builds is measured.</summary>
    public const string DefaultEngine = "wasmtime";

    /// <summary>The build at which the axis of engines, and every axis that is a property of the job, is measured.</summary>
    public const string DefaultBuild = "O3-simd128-msa";

    /// <summary>The build that upstream ships: what other builds are held against.</summary>
    public const string ShippedBuild = "Oz-shipped";

    private const string PlainVectorBuild = "O3-simd128";

    /// <summary>The builds that most jobs are measured with: what upstream ships, what flags alone give, what the compiled intrinsics give.</summary>
    public static ImmutableArray<string> NotableBuilds { get; } = [ShippedBuild, PlainVectorBuild, DefaultBuild];

    /// <summary>The lane of <see cref="DefaultEngine"/> and <see cref="DefaultBuild"/>.</summary>
    public static Lane DefaultLane { get; } = Lane.Wasm(DefaultEngine, DefaultBuild);

    /// <summary>Places a case.</summary>
    /// <param name="job">The job.</param>
    /// <param name="lane">The lane.</param>
    /// <returns>Its tier, or the exclusion.</returns>
    public static Placement Place(Job job, Lane lane) => lane switch
    {
        { WhyAbsent: { } reason } => Placement.Excluded("no-engine", reason),
        { IsOwn: true } => PlaceOwn(job, lane),
        _ when lane == Lane.Native => Placement.From(job.Tier),
        _ when lane == Lane.Distribution => PlaceDistribution(job),
        { Mode: LaneMode.Fleet or LaneMode.Pool } => job.Breadth == Breadth.Fleet ? Placement.From(job.Tier) : NoBatch,
        { Mode: LaneMode.Segments } => job.Breadth == Breadth.Segments ? Placement.From(job.Tier) : NotSplit,
        _ when job.Breadth is Breadth.Once or Breadth.NativeAndDefault => lane == DefaultLane ? Placement.From(job.Tier) : PairOnly,
        { IsWasm: false } => Placement.From(job.Tier),
        _ => PlaceModule(job, lane),
    };

    /// <summary>The placement where nothing is built: a user's own lanes, and their native ffmpeg on the same jobs.</summary>
    /// <param name="flavours">The flavours of the programs that the user brings.</param>
    /// <returns>Places a case.</returns>
    public static Func<Job, Lane, Placement> PlaceOnlyOwn(ImmutableArray<string> flavours) => (job, lane) =>
        lane.OwnFlavour is not null || (IsOnOwnLanes(job) && flavours.Contains(job.Setting.Flavour) && (lane == Lane.Native || lane == Lane.NativeOneThread))
            ? Place(job, lane)
            : Placement.Excluded("own-lanes-only", "the lanes file brings a native ffmpeg and modules: nothing is built, and what would run our own builds is left out");

    private static Placement NoBatch => Placement.Excluded("no-batch", "a fleet works off a batch of jobs; this is one job");

    private static Placement NotSplit => Placement.Excluded("not-split", "one job over several instances is measured on the jobs of the workload split");

    private static Placement PairOnly => Placement.Excluded(
        "pair-only", "measured on native and the default lane alone: it is there to be held against another job or a prediction");

    private static Placement OneAxisAtATime => Placement.Excluded(
        "one-axis-at-a-time", $"engines and builds are varied on the reference job; here they stay at {DefaultEngine} and the notable builds");

    private static Placement PlaceDistribution(Job job) => job.Breadth == Breadth.EveryLane
        ? Placement.From(Tier.Full)
        : Placement.Excluded("check-only", "the distribution's ffmpeg checks our native build on the reference job");

    private static Placement PlaceOwn(Job job, Lane lane) =>
        lane.OwnFlavour is { } flavour && flavour != job.Setting.Flavour
            ? Placement.Excluded("other-flavour", "a program of the lanes file is measured on the jobs of its own flavour, whose encoder it has")
        : !IsOnOwnLanes(job)
            ? Placement.Excluded("own-lanes-alone", "lanes of the lanes file are single instances, on jobs that the default lane is measured on in every round")
        : lane is { IsWasm: true, OwnFlavour: null } && !NotableBuilds.Contains(lane.Build!) ? OneAxisAtATime
        : Placement.From(job.Tier);

    private static bool IsOnOwnLanes(Job job) => job.Breadth is Breadth.DefaultLane or Breadth.NotableLanes or Breadth.EveryLane;

    private static Placement PlaceModule(Job job, Lane lane) => job.Breadth switch
    {
        Breadth.EveryLane => Placement.From(lane.Build == DefaultBuild || IsQuick(lane) ? job.Tier : Tier.Full),
        Breadth.NotableLanes => IsNotable(lane) ? Placement.From(IsQuick(lane) ? job.Tier : Tier.Full) : OneAxisAtATime,
        Breadth.Fleet => Placement.Excluded("fleet-of-one", "a single instance works a batch off as the pool of one does"),
        _ => lane == DefaultLane ? Placement.From(job.Tier) : OneAxisAtATime,
    };

    // Five minutes have room for what is shipped and for the best that is known.
    private static bool IsQuick(Lane lane) => IsNotable(lane) && lane.Build != PlainVectorBuild;

    private static bool IsNotable(Lane lane) => lane.Engine == DefaultEngine && NotableBuilds.Contains(lane.Build!);
}
