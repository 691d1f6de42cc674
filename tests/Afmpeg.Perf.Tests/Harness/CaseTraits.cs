using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// The traits that select rows in <c>dotnet test --filter</c> and in test explorer: Tier, Workload, Lane, Engine, Build, Encoder, and one
/// Axis or more, by the ids of the report's axes.
/// </summary>
public sealed class CaseTraits(CaseMatrix matrix)
{
    /// <summary>The engine of lanes that have none.</summary>
    public const string NativeEngine = "native";

    /// <summary>The axis of cases that belong to no other: jobs that differ in footage, size or length.</summary>
    public const string SubjectAxis = "subject";

    private readonly ImmutableDictionary<string, BenchmarkCase> cases = matrix.Cases.ToImmutableDictionary(declared => declared.Id);
    private readonly ImmutableDictionary<string, BenchmarkCase> counts = matrix.Cases
        .Where(declared => OperationCounter.Counts(declared.Lane))
        .GroupBy(OperationCount.KeyOf)
        .ToImmutableDictionary(ofModule => ofModule.Key, ofModule => ofModule.OrderBy(declared => matrix.IsIn(declared, Tier.Quick) ? 0 : 1)
            .First());
    private readonly ImmutableArray<Job> jobs = [.. matrix.Cases.Select(declared => declared.Job).DistinctBy(job => job.Id)];

    /// <summary>The traits of the suite's own matrix.</summary>
    public static CaseTraits Declared { get; } = new(MeasuredRun.Matrix);

    public ImmutableArray<(string Name, string Value)> Of(BenchmarkCase declared) =>
    [
        ("Tier", TierOf(declared)),
        ("Workload", declared.Job.Workload),
        ("Lane", declared.Lane.Name),
        ("Engine", declared.Lane.Engine ?? NativeEngine),
        .. (ImmutableArray<(string, string)>)(declared.Lane.Build is { } build ? [("Build", build)] : []),
        ("Encoder", declared.Job.Setting.Encoder),
        .. AxesOf(declared).Select(axis => ("Axis", axis)),
    ];

    /// <summary>The traits of a row by its key: a case's id, or JOB/BUILD of a count of operations.</summary>
    public ImmutableArray<(string Name, string Value)> OfRow(string key)
    {
        if (cases.TryGetValue(key, out var found))
        {
            return Of(found);
        }

        return !counts.TryGetValue(key, out var counted) ? [] :
        [
            ("Tier", TierOf(counted)), ("Workload", counted.Job.Workload), ("Build", counted.Lane.Build!),
            ("Encoder", counted.Job.Setting.Encoder), ("Axis", "operations"),
        ];
    }

    /// <summary>The axes whose table needs a case, its native baselines included; <see cref="SubjectAxis"/> where none does.</summary>
    public ImmutableArray<string> AxesOf(BenchmarkCase declared)
    {
        var (job, lane) = declared;
        var isOnEveryLane = job.LaneCoverage == LaneCoverage.EveryLane;
        var isFleet = job.LaneCoverage == LaneCoverage.Fleet;
        var isSegments = job.LaneCoverage == LaneCoverage.Segments;
        bool IsBaselineOr(bool isCompared) =>
            CaseMatrix.Baselines.Contains(lane) || (isCompared && lane is { Mode: LaneMode.Alone, Stop: StopCheck.None });
        (string Axis, bool Has)[] axes =
        [
            ("stop", IsOfStop(declared)),
            ("ffmpeg-version", IsOfVersion(declared)),
            ("upstream", IsOfUpstream(declared)),
            ("module-build", isOnEveryLane && IsBaselineOr(lane is { Engine: MatrixDesign.ShippedEngine, IsReferenceOnly: false })),
            ("module-size", isOnEveryLane && IsBaselineOr(lane is { IsWasm: true, IsReferenceOnly: false })),
            ("engine", isOnEveryLane && IsBaselineOr(lane.Build == MatrixDesign.DefaultBuild)),
            ("distribution", isOnEveryLane && (lane == Lane.Distribution || lane == Lane.Native)),
            ("ffmpeg-wasm", HasFfmpegWasm(job)
                && (lane == Lane.FfmpegWasm || IsBaselineOr(lane is { Build: MatrixDesign.DefaultBuild, IsCustom: false }))),
            ("fleet", isFleet),
            ("segments", isSegments),
            ("goals", isSegments || job.Workload == "decode"),
            ("effort", IsOfEffort(job)),
            ("bitrate", job.Setting.KilobitsPerSecond is not null),
            ("encoder", job.Setting.KilobitsPerSecond is not null && SettingsLike(job)
                .Any(other => other.KilobitsPerSecond is not null && other.Encoder != job.Setting.Encoder)),
            ("reel", ReelJobs.IsReel(job) && !ReelJobs.IsNaive(job)),
            ("job-shape", jobs.Any(naive =>
                ReelJobs.IsNaive(naive) && (naive.Id == job.Id || ReelJobs.IsShapeOf(naive, job)))),
            ("time-split", IsWhole(job) || jobs.Any(whole => IsWhole(whole) && IsPart(job, whole))),
        ];
        ImmutableArray<string> found = [.. axes.Where(axis => axis.Has).Select(axis => axis.Axis)];
        return found.IsEmpty ? [SubjectAxis] : found;
    }

    private string TierOf(BenchmarkCase declared) => matrix.IsIn(declared, Tier.Quick) ? "quick" : "full";

    // A check inside the guest, the same lane without it, and what both are multiples of.
    private bool IsOfStop(BenchmarkCase declared) => matrix.Cases
        .Where(other => other.Job.Id == declared.Job.Id && other.Lane is { Stop: not StopCheck.None, Mode: LaneMode.Alone })
        .Any(other => declared.Lane == other.Lane || declared.Lane == Lane.Native
            || declared.Lane == Lane.Wasm(other.Lane.Engine!, other.Lane.Build!));

    // FFmpeg 9, the lanes that it is compared with, and what both are multiples of.
    private static bool IsOfVersion(BenchmarkCase declared)
    {
        var peers = MatrixDesign.Ffmpeg9Lanes.Where(lane => lane.IsWasm).Select(MatrixDesign.PeerOf);
        return MatrixDesign.ReferenceOnlyJobs.Contains(declared.Job.Id)
            && (declared.Lane.IsFfmpeg9 || peers.Append(Lane.Native).Append(Lane.NativePortable).Contains(declared.Lane));
    }

    private static bool IsOfUpstream(BenchmarkCase declared)
    {
        Lane[] factors = [.. CaseMatrix.Baselines, MatrixDesign.ShippedLane, MatrixDesign.UncheckedLane, MatrixDesign.DefaultLane];
        var isFigure = UpstreamFigure.All.Any(figure => figure.JobId == declared.Job.Id) && factors.Contains(declared.Lane);
        var isCopy = declared is { Job: { Workload: "remux", Subject: "synthetic-240p" } } && declared.Lane == Lane.Native;
        return isFigure || isCopy;
    }

    private bool HasFfmpegWasm(Job job) => matrix.Cases.Any(other => other.Job.Id == job.Id && other.Lane == Lane.FfmpegWasm);

    private bool IsOfEffort(Job job) => job.Setting.Effort is not null && SettingsLike(job).Any(other =>
        other.Effort is not null && other.Effort != job.Setting.Effort && other with { Effort = job.Setting.Effort } == job.Setting);

    private IEnumerable<EncoderSetting> SettingsLike(Job job) =>
        jobs.Where(other => other.Workload == job.Workload && other.Subject == job.Subject).Select(other => other.Setting);

    private static bool IsWhole(Job job) => job is { Workload: "transcode", LaneCoverage: LaneCoverage.EveryLane };

    private static bool IsPart(Job job, Job whole) =>
        job.Workload is "remux" or "decode" or "scale" && job.Inputs[0].Location == whole.Inputs[0].Location;
}
