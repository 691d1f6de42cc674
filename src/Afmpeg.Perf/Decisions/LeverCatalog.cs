using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Decisions;

/// <summary>Every lever that a decision may name (spec 0008, 4). Threads inside one encode and a native backend are none: the spec rules them out.</summary>
public static class LeverCatalog
{
    /// <summary>Another way to compile the module.</summary>
    public static Lever ModuleBuild { get; } = new(
        "module-build",
        $"Compile the module as {MatrixDesign.DefaultBuild} instead of {MatrixDesign.ShippedBuild}",
        $"None changes: releases carry the module built as {MatrixDesign.DefaultBuild}; who counts bytes can still ask for the {MatrixDesign.ShippedBuild} one by its name.",
        "Kernels compiled from intrinsics may differ from the C that they replace, and engines without 128-bit vectors cannot load the module.",
        (origin, _) => OnLane(origin, lane => lane.Build == MatrixDesign.DefaultBuild ? null : Lane.Wasm(lane.Engine!, MatrixDesign.DefaultBuild)));

    /// <summary>Another engine.</summary>
    public static Lever Engine { get; } = new(
        "engine",
        $"Execute the module by {MatrixDesign.OtherEngine} instead of {MatrixDesign.ShippedEngine}",
        "The runtime's constructor takes the engine; the one of today stays the default where no native library may be linked.",
        $"{MatrixDesign.OtherEngine} is a native library: a Go program that embeds it needs cgo, which upstream has ruled out so far.",
        (origin, _) => OnLane(origin, lane => lane.Engine == MatrixDesign.OtherEngine ? null : Lane.Wasm(MatrixDesign.OtherEngine, lane.Build!)));

    /// <summary>The levers that the others are measured on top of: what the default lane has and the shipped one has not.</summary>
    public static ImmutableArray<Lever> Base { get; } = [ModuleBuild, Engine];

    /// <summary>Every lever, without an order: how they are preferred is said in thresholds.json.</summary>
    public static ImmutableArray<Lever> All { get; } =
    [
        new(
            "job-shape",
            "Write the job so that each still is decoded once",
            "A recipe in the documentation, and the reel helper writes it: a still is decoded and scaled once and repeated as a small picture.",
            "Callers who write their own filter graphs do not profit.",
            (origin, scope) => scope.Jobs.FirstOrDefault(job => ReelPrediction.IsNaive(origin.Job) && ReelPrediction.IsShapeOf(origin.Job, job)) is { } once
                ? origin with { Job = once }
                : null),
        new(
            "effort",
            "Ask the encoder for its least effort",
            "A sentence in the documentation: which preset to ask for where time matters more than bytes.",
            "Files grow for the same quality, and whoever pays for traffic pays for it.",
            (origin, scope) => WithSetting(origin, scope, other => other.Encoder == origin.Job.Setting.Encoder)),
        new(
            "encoder",
            "Encode by openh264 instead of x264",
            "A sentence in the documentation: which flavour of the module to load.",
            "Files grow for the same quality; openh264 has no constant quality, so that a bitrate has to be chosen.",
            (origin, scope) => WithSetting(origin, scope, other => other.Encoder != origin.Job.Setting.Encoder)),
        ModuleBuild,
        new(
            "fleet",
            "Work a batch off over an instance per core",
            "A pool of runtimes with one method, run this batch with at most N at once; errors are told job by job.",
            "N instances need N times the memory, and one job alone gains nothing.",
            (origin, scope) => origin.Lane is { Mode: LaneMode.Fleet, Instances: 1 } && scope.Cores > 1
                ? origin with { Lane = origin.Lane.OneInstance().Over(LaneMode.Fleet, scope.Cores) }
                : null),
        new(
            "segments",
            "Split one job over an instance per core, and join without encoding again",
            "An option of a job, split over at most N instances; what cannot be split is encoded by one.",
            "Seams must fall on whole frames, and rate control begins anew at each of them.",
            (origin, scope) => origin is { Lane.Mode: LaneMode.Alone, Job.Breadth: Breadth.Segments } && scope.Cores > 1
                ? origin with { Lane = origin.Lane.Over(LaneMode.Segments, scope.Cores) }
                : null),
        Engine,
    ];

    // A lane on another engine or of another build, spread as it was.
    private static BenchmarkCase? OnLane(BenchmarkCase origin, Func<Lane, Lane?> change) => origin.Lane.IsWasm && change(origin.Lane) is { } lane
        ? origin with { Lane = origin.Lane.Mode == LaneMode.Alone ? lane : lane.Over(origin.Lane.Mode, origin.Lane.Instances) }
        : null;

    // The same pictures at the other setting that is measured for levers.
    private static BenchmarkCase? WithSetting(BenchmarkCase origin, LeverScope scope, Func<EncoderSetting, bool> fits) =>
        origin.Job.Setting != EncoderSetting.X264Veryfast ? null
        : scope.Jobs.FirstOrDefault(job => job.Workload == origin.Job.Workload && job.Subject == origin.Job.Subject
            && job.Breadth == Breadth.LeverLanes && job.Setting.Effort is not null && job.Setting != origin.Job.Setting && fits(job.Setting)) is { } other
            ? origin with { Job = other }
            : null;
}
