using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Matrix;

/// <summary>
/// Which cases of the cross product of jobs and lanes are measured, and from which tier on: every axis is varied while the others stay at
/// their reference. What is left out has a name and a reason. Moving a lane to another tier is a line here.
/// </summary>
public static class MatrixDesign
{
    /// <summary>The engine that upstream embeds: tetratelabs/wazero in the go.mod of github.com/phpboyscout/afmpeg at 0d75c3a.</summary>
    public const string ShippedEngine = "wazero";

    /// <summary>The build that upstream ships: what other builds are compared with.</summary>
    public const string ShippedBuild = "Oz-shipped";

    /// <summary>The fastest engine that is no Go library: what the lever "engine" names.</summary>
    public const string OtherEngine = "wasmtime";

    /// <summary>The build at which engines are compared, and at which every axis that is a property of the job is measured.</summary>
    public const string DefaultBuild = "O3-simd128-msa";

    /// <summary>The builds that stand on every engine: what upstream ships and the default.</summary>
    public static ImmutableArray<string> NotableBuilds { get; } = [ShippedBuild, DefaultBuild];

    /// <summary>The shipped engine with the default build and no check inside the guest: the lane that axes speak about.</summary>
    public static Lane DefaultLane { get; } = Lane.Wasm(ShippedEngine, DefaultBuild);

    /// <summary>
    /// What afmpeg's users run today, one instance: its engine, its build, and its embedding, WithCloseOnContextDone(true) and a limit of
    /// 512 MiB (pkg/afmpeg/wasm_backend.go at 0d75c3a). What a decision is about.
    /// </summary>
    public static Lane ShippedLane { get; } = Lane.Wasm(ShippedEngine, ShippedBuild, StopCheck.Cancel);

    /// <summary>The same without a check inside the guest, as GoToSocial embeds wazero: the second subject of tables.</summary>
    public static Lane UncheckedLane { get; } = Lane.Wasm(ShippedEngine, ShippedBuild);

    /// <summary>FFmpeg 9's builds, each with the build of 5.1 that it is compared with.</summary>
    public static ImmutableArray<(string Build, string Peer)> Ffmpeg9Builds { get; } =
        [($"{Lane.Ffmpeg9}-Oz", ShippedBuild), ($"{Lane.Ffmpeg9}-{DefaultBuild}", DefaultBuild)];

    /// <summary>The lane of 5.1 that a lane of FFmpeg 9 stands beside.</summary>
    public static Lane PeerOf(Lane lane) => lane == Lane.NativeFfmpeg9 ? Lane.Native
        : lane == Lane.NativePortableFfmpeg9 ? Lane.NativePortable
        : Lane.Wasm(lane.Engine!, Ffmpeg9Builds.Single(build => build.Build == lane.Build).Peer);

    /// <summary>The jobs on which FFmpeg 9 is compared with 5.1: the reference transcode, decode, copy, thumbnail, and a reel.</summary>
    public static ImmutableArray<string> ReferenceOnlyJobs { get; } =
    [
        "transcode/handheld-360p/libx264-veryfast", "decode/handheld-720p/null", "remux/handheld-720p/copy",
        "thumbnail/handheld-180p/mjpeg",
        "reel/stills-excerpt/libx264-veryfast",
    ];

    /// <summary>FFmpeg 9's lanes: both native builds, and its modules on both engines without a check inside the guest.</summary>
    public static ImmutableArray<Lane> Ffmpeg9Lanes { get; } =
    [
        Lane.NativeFfmpeg9, Lane.NativePortableFfmpeg9,
        .. ((string[])[ShippedEngine, OtherEngine]).SelectMany(engine => Ffmpeg9Builds.Select(build => Lane.Wasm(engine, build.Build))),
    ];

    /// <summary>Every lane of the suite, in the order in which tables show them.</summary>
    public static ImmutableArray<Lane> Lanes(ImmutableArray<string> builds, int cores) =>
        [.. LaneCatalog.Declare(builds, DefaultLane, (ShippedLane, UncheckedLane), OtherEngine, cores), .. Ffmpeg9Lanes];

    /// <summary>Whether a lane is one instance of what upstream ships, be it as a pool of one.</summary>
    public static bool IsShipped(Lane lane) => lane.Instances == 1 && lane.OneInstance().Name == ShippedLane.Name;

    /// <summary>Places a case.</summary>
    public static Placement Place(Job job, Lane lane) => lane switch
    {
        { IsCustom: true } => PlaceCustom(job, lane),
        { IsReferenceOnly: true } => PlaceBeside(job),
        _ when lane == Lane.Native => Placement.From(job.Tier),
        _ when lane == Lane.Distribution => PlaceDistribution(job),
        { Mode: LaneMode.Fleet or LaneMode.Pool or LaneMode.Runtimes } =>
            job.LaneCoverage == LaneCoverage.Fleet ? Placement.From(job.Tier) : NoBatch,
        { Mode: LaneMode.Segments } => PlaceSegments(job, lane),
        _ when job.LaneCoverage is LaneCoverage.Once or LaneCoverage.NativeAndDefault =>
            lane == DefaultLane ? Placement.From(job.Tier) : PairOnly,
        { IsWasm: false } => Placement.From(job.Tier),
        _ => PlaceModule(job, lane),
    };

    /// <summary>The placement where nothing is built: a user's own lanes, and their native ffmpeg on the same jobs.</summary>
    public static Func<Job, Lane, Placement> PlaceOnlyCustom(ImmutableArray<string> flavours) => (job, lane) =>
        lane is { IsCustom: true, CustomFlavour: not null }
            || (IsOnCustomLanes(job) && flavours.Contains(job.Setting.Flavour) && (lane == Lane.Native || lane == Lane.NativeOneThread))
            ? Place(job, lane)
            : Placement.Excluded("own-lanes-only",
                "the lanes file brings a native ffmpeg and modules: nothing is built, and what would run our own builds is left out");

    private static Placement NoBatch => Placement.Excluded("no-batch", "a fleet processes a batch of jobs; this is one job");

    private static Placement NotSplit =>
        Placement.Excluded("not-split", "one job over several instances is measured on the jobs of the workload split");

    private static Placement PairOnly => Placement.Excluded(
        "pair-only", "measured on native and the default lane alone: another job or a prediction is compared with it");

    private static Placement OneAxisAtATime => Placement.Excluded(
        "one-axis-at-a-time", $"the reference job varies builds on {ShippedEngine} and engines with {DefaultBuild}; upstream's job varies "
            + "ways to stop a guest; other jobs have the shipped lanes and the default");

    private static Placement PlaceDistribution(Job job) => job.LaneCoverage == LaneCoverage.EveryLane
        ? Placement.From(Tier.Full)
        : Placement.Excluded("check-only", "the distribution's ffmpeg checks our native build on the reference job");

    private static Placement PlaceBeside(Job job) => ReferenceOnlyJobs.Contains(job.Id)
        ? Placement.From(Tier.Full)
        : Placement.Excluded(
            "beside-ours", "another FFmpeg, 9 or ffmpeg.wasm, is measured on five jobs; other jobs have the suite's own builds");

    private static Placement PlaceCustom(Job job, Lane lane) =>
        lane.CustomFlavour is { } flavour && flavour != job.Setting.Flavour
            ? Placement.Excluded(
                "other-flavour", "a program of the lanes file is measured on the jobs of its own flavour, whose encoder it has")
        : !IsOnCustomLanes(job)
            ? Placement.Excluded("own-lanes-alone",
                "lanes of the lanes file are single instances, on jobs that the default lane is measured on in every round")
        : lane is { IsWasm: true, CustomFlavour: null } && !NotableBuilds.Contains(lane.Build!) ? OneAxisAtATime
        : Placement.From(job.Tier);

    private static bool IsOnCustomLanes(Job job) =>
        job.LaneCoverage is LaneCoverage.DefaultLane or LaneCoverage.NotableLanes or LaneCoverage.LeverLanes or LaneCoverage.EveryLane;

    private static Placement PlaceModule(Job job, Lane lane) =>
        lane.Stop == StopCheck.Cancel && job.ShippedStandIn is not null && IsOn(job, lane)
            ? Placement.Excluded("long-as-shipped", "with a check at every loop a run takes minutes: a shorter job stands in for it")
        : job.LaneCoverage == LaneCoverage.Fleet ? Placement.Excluded(
            "fleet-of-one", "a single instance processes a batch as a pool of one does")
        : !IsOn(job, lane) ? OneAxisAtATime
        : IsSubject(lane) ? Placement.From(job.ShippedTier ?? job.Tier)
        : Placement.From(lane == DefaultLane || IsQuickPeer(job, lane) ? job.Tier : Tier.Full);

    private static bool IsOn(Job job, Lane lane) => job.LaneCoverage switch
    {
        LaneCoverage.EveryLane =>
            IsCorner(lane) || (lane.Stop == StopCheck.None && (lane.Engine == ShippedEngine || lane.Build == DefaultBuild)),
        LaneCoverage.EveryStop => IsCorner(lane) || lane.Build is ShippedBuild or DefaultBuild,
        LaneCoverage.LeverLanes => IsCorner(lane),
        LaneCoverage.NotableLanes =>
            IsSubject(lane) || lane == DefaultLane || (ReferenceOnlyJobs.Contains(job.Id) && IsPeerOfFfmpeg9(lane)),
        LaneCoverage.Segments => lane is { Stop: StopCheck.None, Build: DefaultBuild, Engine: ShippedEngine or OtherEngine },
        _ => lane == DefaultLane,
    };

    private static bool IsPeerOfFfmpeg9(Lane lane) =>
        lane is { Stop: StopCheck.None, Engine: ShippedEngine or OtherEngine } && Ffmpeg9Builds.Any(build => build.Peer == lane.Build);

    private static bool IsSubject(Lane lane) => lane == ShippedLane || lane == UncheckedLane;

    // What the default lane is compared with in the quick tier: the other engine.
    private static bool IsQuickPeer(Job job, Lane lane) =>
        job.LaneCoverage == LaneCoverage.EveryLane && lane is { Stop: StopCheck.None, Engine: OtherEngine, Build: DefaultBuild };

    // The shipped subjects and the default differ in engine, build and check: with each of them changed alone, the gain of each can be
    // separated from the whole.
    private static bool IsCorner(Lane lane) => lane.Build is ShippedBuild or DefaultBuild
        && ((lane.Engine == ShippedEngine && lane.Stop is StopCheck.None or StopCheck.Cancel)
            || (lane.Engine == OtherEngine && lane.Stop == StopCheck.None));

    // On the long job, and on the reference, which what ships is judged on.
    private static Placement PlaceSegments(Job job, Lane lane) => job.LaneCoverage switch
    {
        LaneCoverage.EveryLane => Placement.From(Tier.Full),
        LaneCoverage.Segments when lane.Build == DefaultBuild => Placement.From(job.Tier),
        LaneCoverage.Segments => OneAxisAtATime,
        _ => NotSplit,
    };
}
