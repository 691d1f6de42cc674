using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// The guidance that callers can be given, and the levers that a decision may name (spec 0008, 4). The spec rules out threads inside one
/// encode and a native backend: they are no levers.
/// </summary>
public static class LeverCatalog
{
    /// <summary>Another way to compile the module.</summary>
    public static Lever ModuleBuild { get; } = new(
        "module-build",
        $"Compile the module as {MatrixDesign.DefaultBuild} instead of {MatrixDesign.ShippedBuild}",
        $"None changes: releases carry the module built as {MatrixDesign.DefaultBuild}; callers who count bytes can still ask for the "
            + $"{MatrixDesign.ShippedBuild} one by its name.",
        "Kernels compiled from intrinsics may differ from the C that they replace, and the patches must be adapted to each new "
            + "FFmpeg, x264 and openh264.",
        (origin, _) => OnLane(origin, lane => lane.Build == MatrixDesign.DefaultBuild ? null
            : Lane.Wasm(lane.Engine!, MatrixDesign.DefaultBuild, lane.Stop)))
    {
        Recipe = "`toolchain/products.json` has the flags of both builds: `-O3 -msimd128` instead of `-Oz` with its features, no "
            + "`--enable-small`, and x264 without its own `-ffast-math` and `-fno-tree-vectorize`. The headers are `toolchain/msa/*.h`, "
            + "the patches `toolchain/patches/*-msa.diff`; for FFmpeg 9, `ffmpeg9-msa.diff` replaces the two of FFmpeg 5.1. "
            + "`-DMSA_ON_VECTORS` turns on FFmpeg's kernels, `switch_msa_on` in `toolchain/build-x264.sh` x264's; openh264's patch turns "
            + $"on its own. `afmpeg-perf export {MatrixDesign.DefaultBuild} FOLDER` writes the module with its sources and all of these "
            + "files. `docs/decisions/0012-kernels-by-intrinsics.md` says why.",
    };

    /// <summary>Another engine.</summary>
    public static Lever Engine { get; } = new(
        "engine",
        $"Execute the module by {MatrixDesign.OtherEngine} instead of {MatrixDesign.ShippedEngine}",
        "The runtime's constructor takes the engine; today's stays the default where no native library may be linked.",
        $"{MatrixDesign.OtherEngine} is a native library: a Go program that embeds it needs cgo, which upstream has ruled out so far.",
        (origin, _) => OnLane(origin, OnOtherEngine));

    /// <summary>The levers that the others are measured on top of: what the default lane has and the shipped one has not.</summary>
    public static ImmutableArray<Lever> Base { get; } = [ModuleBuild, Engine];

    /// <summary>
    /// What a caller can change by an option or a sentence. Thresholds.json says in which order it is applied, and what of it is adopted.
    /// </summary>
    public static ImmutableArray<Lever> Guidance { get; } =
    [
        new(
            "stop",
            "Check the deadline in host calls, or kill the process, instead of checking at every loop",
            "An option of the runtime: which check keeps a job's deadline.",
            "A guest that never calls the host runs on until its process is ended.",
            (origin, _) => origin.Lane is { IsWasm: true, Stop: not StopCheck.None }
                ? Spread(origin, Lane.Wasm(origin.Lane.Engine!, origin.Lane.Build!), origin.Lane.Mode)
                : null),
        new(
            "job-shape",
            "Write the job so that each still is decoded once",
            "A recipe in the documentation, which the reel helper follows: a still is decoded and scaled once and repeated as a small "
                + "picture.",
            "Callers who write their own filter graphs gain nothing.",
            (origin, scope) => scope.Jobs
                .FirstOrDefault(job => ReelJobs.IsNaive(origin.Job) && ReelJobs.IsShapeOf(origin.Job, job)) is { } once
                ? origin with { Job = once }
                : null),
        new(
            "effort",
            "Ask the encoder for its least effort",
            "A sentence in the documentation: which preset to ask for where time matters more than bytes.",
            "Files grow for the same quality, and so does the cost of sending them.",
            (origin, scope) => WithSetting(origin, scope, other => other.Encoder == origin.Job.Setting.Encoder)),
        new(
            "encoder",
            "Encode by openh264 instead of x264",
            "A sentence in the documentation: which flavour of the module to load.",
            "Files grow for the same quality; openh264 has no constant quality, so callers choose a bitrate.",
            (origin, scope) => WithSetting(origin, scope, other => other.Encoder != origin.Job.Setting.Encoder)),
    ];

    /// <summary>Every lever. Thresholds.json says which is preferred.</summary>
    public static ImmutableArray<Lever> Levers { get; } =
    [
        ModuleBuild,
        new(
            "fleet",
            "Work a batch off over a runtime per core, in one process",
            "A pool of runtimes with one method: run this batch with at most N at once. Errors are reported job by job.",
            "N runtimes compile the module N times and need N times the memory; one job alone gains nothing.",
            (origin, scope) => origin.Lane is { Mode: LaneMode.Runtimes, Instances: 1 } && scope.Cores > 1
                ? origin with { Lane = origin.Lane.OneInstance().Over(LaneMode.Runtimes, scope.Cores) }
                : null),
        new(
            "segments",
            "Split one job over an instance per core, and join without encoding again",
            "An option of a job: split over at most N instances. What cannot be split is encoded by one.",
            "Seams must fall on whole frames, and rate control starts again at each of them.",
            (origin, scope) => scope.Cores > 1 && origin is
                { Lane.Mode: LaneMode.Alone, Job.LaneCoverage: LaneCoverage.Segments or LaneCoverage.EveryLane }
                ? origin with { Lane = origin.Lane.Over(LaneMode.Segments, scope.Cores) }
                : null),
        Engine,
    ];

    /// <summary>The names of levers or guidance.</summary>
    public static ImmutableArray<string> Ids(ImmutableArray<Lever> changes) => [.. changes.Select(change => change.Id)];

    /// <summary>The adopted guidance, in the order in which it is applied.</summary>
    public static ImmutableArray<Lever> Adopted(ImmutableArray<GuidanceChoice> choices) =>
        [.. choices.Where(choice => choice.IsAdopted).Select(choice => Guidance.First(change => change.Id == choice.Id))];

    private static BenchmarkCase? OnLane(BenchmarkCase origin, Func<Lane, Lane?> change) =>
        origin.Lane.IsWasm && change(origin.Lane.OneInstance()) is { } lane ? Spread(origin, lane, ModeOn(lane, origin.Lane.Mode))
        : null;

    private static Lane? OnOtherEngine(Lane lane) => lane.Engine == MatrixDesign.OtherEngine
        ? null
        : Lane.Wasm(MatrixDesign.OtherEngine, lane.Build!, lane.Stop == StopCheck.None ? StopCheck.None : StopCheck.Epoch);

    // Only wazero's runtimes compile a module each; instances of other engines share one, as a pool.
    private static LaneMode ModeOn(Lane lane, LaneMode mode) =>
        mode == LaneMode.Runtimes && lane.Engine != MatrixDesign.ShippedEngine ? LaneMode.Pool : mode;

    private static BenchmarkCase Spread(BenchmarkCase origin, Lane lane, LaneMode mode) =>
        origin with { Lane = mode == LaneMode.Alone ? lane : lane.Over(mode, origin.Lane.Instances) };

    // The same pictures at the other setting that is measured for this change.
    private static BenchmarkCase? WithSetting(BenchmarkCase origin, LeverScope scope, Func<EncoderSetting, bool> fits) =>
        origin.Job.Setting != EncoderSetting.X264Veryfast ? null
        : scope.Jobs.FirstOrDefault(job => job.Workload == origin.Job.Workload && job.Subject == origin.Job.Subject
            && job.LaneCoverage == LaneCoverage.NotableLanes && job.Setting.Effort is not null
            && job.Setting != origin.Job.Setting && fits(job.Setting)) is { } other
            ? origin with { Job = other }
            : null;
}
