using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// What rows are selected by, in <c>dotnet test --filter</c> and in test explorer: Tier, Workload, Lane, Engine, Build, Encoder, and one Axis or
/// more, by the ids of the report's axes.
/// </summary>
/// <param name="matrix">The matrix that the cases are of.</param>
public sealed class CaseTraits(CaseMatrix matrix)
{
    /// <summary>The engine of lanes that have none.</summary>
    public const string NativeEngine = "native";

    /// <summary>The axis of cases that belong to no other: jobs that differ in footage, size or length are compared by themselves.</summary>
    public const string SubjectAxis = "subject";

    private readonly ImmutableDictionary<string, BenchmarkCase> cases = matrix.Cases.ToImmutableDictionary(declared => declared.Id);
    private readonly ImmutableDictionary<string, BenchmarkCase> counts = matrix.Cases
        .Where(declared => OperationCounter.Counts(declared.Lane))
        .GroupBy(OperationCount.KeyOf)
        .ToImmutableDictionary(ofModule => ofModule.Key, ofModule => ofModule.OrderBy(declared => matrix.IsIn(declared, Tier.Quick) ? 0 : 1).First());
    private readonly ImmutableArray<Job> jobs = [.. matrix.Cases.Select(declared => declared.Job).DistinctBy(job => job.Id)];

    /// <summary>The traits of the suite's own matrix.</summary>
    public static CaseTraits Declared { get; } = new(MeasuredRun.Matrix);

    /// <summary>The traits of a case.</summary>
    /// <param name="declared">A case of the matrix.</param>
    /// <returns>Name and value; a name may have several.</returns>
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

    /// <summary>The traits of a row.</summary>
    /// <param name="key">The row's key, a case id.</param>
    /// <returns>The traits; none where no case has the id.</returns>
    public ImmutableArray<(string Name, string Value)> OfRow(string key) =>
        cases.TryGetValue(key, out var found) ? Of(found)
        : counts.TryGetValue(key, out var counted)
            ? [("Tier", TierOf(counted)), ("Workload", counted.Job.Workload), ("Build", counted.Lane.Build!), ("Encoder", counted.Job.Setting.Encoder), ("Axis", "operations")]
        : [];

    private string TierOf(BenchmarkCase declared) => matrix.IsIn(declared, Tier.Quick) ? "quick" : "full";

    /// <summary>The axes whose table is read off a case, its native baselines included.</summary>
    /// <param name="declared">The case.</param>
    /// <returns>Their ids, or <see cref="SubjectAxis"/> alone.</returns>
    public ImmutableArray<string> AxesOf(BenchmarkCase declared)
    {
        ImmutableArray<string> axes = [.. OfStop(declared), .. OfVersion(declared), .. OfUpstream(declared), .. OfBreadth(declared), .. OfSetting(declared.Job), .. OfShape(declared.Job)];
        return axes.IsEmpty ? [SubjectAxis] : axes;
    }

    // A check inside the guest, the same lane without it, and what both are multiples of.
    private IEnumerable<string> OfStop(BenchmarkCase declared)
    {
        var stopped = matrix.Cases.Where(other => other.Job.Id == declared.Job.Id && other.Lane is { Stop: not StopCheck.None, Mode: LaneMode.Alone });
        return stopped.Any(other => other.Lane == declared.Lane || declared.Lane == Lane.Native || declared.Lane == Lane.Wasm(other.Lane.Engine!, other.Lane.Build!))
            ? ["stop"] : [];
    }

    // FFmpeg 9, what it stands beside, and what both are multiples of.
    private static IEnumerable<string> OfVersion(BenchmarkCase declared)
    {
        var peers = MatrixDesign.Ffmpeg9Lanes.Where(lane => lane.IsWasm).Select(lane => Lane.Wasm(lane.Engine!, MatrixDesign.Ffmpeg9Builds.Single(build => build.Build == lane.Build).Peer));
        return MatrixDesign.ReferenceOnlyJobs.Contains(declared.Job.Id)
            && (declared.Lane.IsFfmpeg9 || declared.Lane == Lane.Native || declared.Lane == Lane.NativePortable || peers.Contains(declared.Lane)) ? ["ffmpeg-version"] : [];
    }

    private static IEnumerable<string> OfUpstream(BenchmarkCase declared)
    {
        Lane[] factors = [.. CaseMatrix.Baselines, MatrixDesign.ShippedLane, MatrixDesign.UncheckedLane, MatrixDesign.DefaultLane];
        var isFigure = UpstreamFigure.All.Any(figure => figure.JobId == declared.Job.Id) && factors.Contains(declared.Lane);
        var isCopy = declared is { Job: { Workload: "remux", Subject: "synthetic-240p" } } && declared.Lane == Lane.Native;
        return isFigure || isCopy ? ["upstream"] : [];
    }

    private bool HasFfmpegWasm(Job job) => matrix.Cases.Any(other => other.Job.Id == job.Id && other.Lane == Lane.FfmpegWasm);

    private IEnumerable<string> OfBreadth(BenchmarkCase declared)
    {
        var ((_, lane), breadth) = (declared, declared.Job.LaneCoverage);
        var isBaseline = CaseMatrix.Baselines.Contains(lane);
        var isSingle = lane.Mode == LaneMode.Alone;
        (string Axis, bool Has)[] axes =
        [
            ("module-build", breadth == LaneCoverage.EveryLane && (isBaseline || (isSingle && lane is { Engine: MatrixDesign.ShippedEngine, Stop: StopCheck.None, IsReferenceOnly: false }))),
            ("module-size", breadth == LaneCoverage.EveryLane && (isBaseline || (isSingle && lane is { IsWasm: true, Stop: StopCheck.None, IsReferenceOnly: false }))),
            ("engine", breadth == LaneCoverage.EveryLane && (isBaseline || (isSingle && lane is { Build: MatrixDesign.DefaultBuild, Stop: StopCheck.None }))),
            ("distribution", breadth == LaneCoverage.EveryLane && (lane == Lane.Distribution || lane == Lane.Native)),
            ("ffmpeg-wasm", HasFfmpegWasm(declared.Job) && (lane == Lane.FfmpegWasm || isBaseline || (isSingle && lane is { Build: MatrixDesign.DefaultBuild, Stop: StopCheck.None, IsCustom: false }))),
            ("fleet", breadth == LaneCoverage.Fleet),
            ("segments", breadth == LaneCoverage.Segments),
            ("goals", breadth == LaneCoverage.Segments || declared.Job.Workload == "decode"),
        ];
        return axes.Where(axis => axis.Has).Select(axis => axis.Axis);
    }

    private IEnumerable<string> OfSetting(Job job)
    {
        var others = jobs.Where(other => other.Workload == job.Workload && other.Subject == job.Subject).Select(other => other.Setting).ToArray();
        var setting = job.Setting;
        if (setting.Effort is not null && others.Any(other => other.Effort is not null && other.Effort != setting.Effort && other with { Effort = setting.Effort } == setting))
        {
            yield return "effort";
        }

        if (setting.KilobitsPerSecond is not null)
        {
            yield return "bitrate";
        }

        if (setting.KilobitsPerSecond is not null && others.Any(other => other.KilobitsPerSecond is not null && other.Encoder != setting.Encoder))
        {
            yield return "encoder";
        }
    }

    private IEnumerable<string> OfShape(Job job)
    {
        if (ReelPrediction.IsReel(job) && !ReelPrediction.IsNaive(job))
        {
            yield return "reel";
        }

        if (jobs.Any(naive => ReelPrediction.IsNaive(naive) && (naive.Id == job.Id || ReelPrediction.IsShapeOf(naive, job))))
        {
            yield return "job-shape";
        }

        if (IsWhole(job) || jobs.Any(whole => IsWhole(whole) && IsPart(job, whole)))
        {
            yield return "time-split";
        }
    }

    private static bool IsWhole(Job job) => job is { Workload: "transcode", LaneCoverage: LaneCoverage.EveryLane };

    private static bool IsPart(Job job, Job whole) => job.Workload is "remux" or "decode" or "scale" && job.Inputs[0].Location == whole.Inputs[0].Location;
}
