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

    /// <summary>The engine that upstream embeds: github.com/tetratelabs/wazero in afmpeg's go.mod (github.com/phpboyscout/afmpeg at 0d75c3a).</summary>
    public const string ShippedEngine = "wazero";

    private const string PlainVectorBuild = "O3-simd128";

    /// <summary>The builds of which every engine is measured: what upstream ships, what flags alone give, what the compiled intrinsics give.</summary>
    public static ImmutableArray<string> NotableBuilds { get; } = [ShippedBuild, PlainVectorBuild, DefaultBuild];

    /// <summary>The lane of <see cref="DefaultEngine"/> and <see cref="DefaultBuild"/>.</summary>
    public static Lane DefaultLane { get; } = Lane.Wasm(DefaultEngine, DefaultBuild);

    /// <summary>
    /// What afmpeg's users run today, one instance: its engine, its build, and its embedding, WithCloseOnContextDone(true) and a limit of 512 MiB
    /// (pkg/afmpeg/wasm_backend.go at 0d75c3a). What a decision is about.
    /// </summary>
    public static Lane ShippedLane { get; } = Lane.Wasm(ShippedEngine, ShippedBuild, StopCheck.Cancel);

    /// <summary>The same engine and build without a check inside the guest, as GoToSocial embeds wazero: the second subject of every table that has the first.</summary>
    public static Lane UncheckedLane { get; } = Lane.Wasm(ShippedEngine, ShippedBuild);

    /// <summary>Whether a lane is one instance of what upstream ships, be it as a fleet of one.</summary>
    /// <param name="lane">The lane.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsShipped(Lane lane) => lane.Instances == 1 && lane.OneInstance().Name == ShippedLane.Name;

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
        _ when job.Breadth == Breadth.Once && lane == ShippedLane => Placement.From(job.Tier),
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
        "one-axis-at-a-time", $"builds are varied at {DefaultEngine} and engines at the notable builds, on the reference job; elsewhere stands what upstream ships and the default");

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

    private static bool IsOnOwnLanes(Job job) => job.Breadth is Breadth.DefaultLane or Breadth.NotableLanes or Breadth.LeverLanes or Breadth.EveryLane;

    private static Placement PlaceModule(Job job, Lane lane) => job.Breadth switch
    {
        Breadth.EveryLane => lane.Engine == DefaultEngine || NotableBuilds.Contains(lane.Build!)
            ? Placement.From(lane.Build == DefaultBuild || IsCorner(lane) ? job.Tier : Tier.Full)
            : OneAxisAtATime,
        Breadth.LeverLanes => IsCorner(lane) ? Placement.From(lane == DefaultLane || lane == ShippedLane ? job.Tier : Tier.Full) : OneAxisAtATime,
        Breadth.NotableLanes => IsCorner(lane) && lane.Engine == DefaultEngine ? Placement.From(job.Tier) : OneAxisAtATime,
        Breadth.Segments => lane == DefaultLane || (IsCorner(lane) && lane.Engine == ShippedEngine) ? Placement.From(job.Tier) : OneAxisAtATime,
        Breadth.Fleet => Placement.Excluded("fleet-of-one", "a single instance works a batch off as the pool of one does"),
        _ => lane == DefaultLane ? Placement.From(job.Tier) : OneAxisAtATime,
    };

    // What upstream ships and the default differ in engine and build: with each of them changed alone, the gain of either can be told from that of both.
    private static bool IsCorner(Lane lane) => lane.Engine is ShippedEngine or DefaultEngine && lane.Build is ShippedBuild or DefaultBuild;
}
