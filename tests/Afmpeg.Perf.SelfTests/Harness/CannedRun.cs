using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A made-up run: hand-made rows through the real summary, with one lane for each way in which a case can end.</summary>
public sealed record CannedRun
{
    public const string HostileText = "<img src=x onerror=1>|\nsecond `line`";

    /// <summary>Eight rounds.</summary>
    public static Lane Measured { get; } = Lane.Wasm("wasmtime", "O3-simd128");

    /// <summary>One round: too few for an interval.</summary>
    public static Lane FewRounds { get; } = Lane.Wasm("v8", "O3-simd128");

    /// <summary>No engine on this machine.</summary>
    public static Lane NotMeasured { get; } = Lane.Wasm("wazero", "Oz-shipped");

    /// <summary>A guest that traps in its second round.</summary>
    public static Lane Failed { get; } = Lane.Wasm("wasmedge", "Oz-shipped");

    /// <summary>How much slower this host is than the one before.</summary>
    public double Slowdown { get; init; } = 1;

    /// <summary>Seconds of the measured module where native takes 1.</summary>
    public double ModuleSeconds { get; init; } = 4.3;
    public long ModuleOutputBytes { get; init; } = 412_345;
    public double ModulePsnr { get; init; } = 43.08;
    public EncoderSetting Setting { get; init; } = EncoderSetting.X264Veryfast;
    public long NativeOutputBytes { get; init; } = 409_111;
    public string Subject { get; init; } = "screencast-360p";
    public string WhyNotMeasured { get; init; } = "wazero is not on PATH";
    public ImmutableArray<Lane> Without { get; init; } = [];
    public Host Host { get; init; } = new(2, "Canned CPU", new ByteCount(8L << 30), "Debian GNU/Linux 12", "6.1.0", 0.3);
    public long ModuleBytes { get; init; } = 5_820_000;

    /// <summary>The seed of the host's noise, by which every time scatters by 2.5 %; null for a host that only drifts.</summary>
    public int? Noise { get; init; }

    private ModuleFacts Module => new(
        "O3-simd128", "gpl",
        new ByteCount(ModuleBytes), new ByteCount(1_790_000), new ByteCount(1_400_000), Samples.Digest, 82_000, "-O3 -msimd128");

    public RunReport Report()
    {
        var job = Job();
        var cases = Lanes().Select(lane => new BenchmarkCase(job, lane)).ToImmutableArray();
        var summaries = Summary.Of(cases, Reason, cases.SelectMany(Rows));
        var conditions = new RunConditions(
            Host, "/dev/shm", WorkIsInMemory: true, [], [Module], ImmutableSortedDictionary<string, string>.Empty)
        {
            Inputs = RunInputs.Of([job], _ => new string('a', 64)),
        };
        return new RunReport
        {
            Run = "canned",
            Started = new DateTimeOffset(2026, 7, 1, 8, 30, 0, TimeSpan.Zero),
            Tier = Tier.Quick,
            Seed = 4711,
            Host = Host,
            Snapshot = RunSnapshot.Of("canned", conditions, summaries),
            WorkParent = "/dev/shm",
            WorkIsInMemory = true,
            Versions = [new("wasmtime", "50.0.1"), new("node", "20.20.2")],
            Modules = [Module],
            NoiseFloor = Reading<NoiseFloor>.Unavailable("no lane was measured against itself"),
            TimeBreakdown = Reading<TimeBreakdown>.Of(new TimeBreakdown(TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(100))),
            Cases = summaries,
            Axes = [CannedAxis.Table],
            Thresholds = CannedLimits.Thresholds,
            Findings = CannedLimits.Judge(summaries),
            Measured = DecisionRule.NotAsked("the run is canned", "a real one"),
            Guidance = null,
            Levers = [],
        };
    }

    private Job Job() => Samples.Job(Subject) with
    {
        Setting = Setting,
        Inputs = [new JobInput([], new Clip("screencast-720p", "screencast-720p.mkv", 90, 30, 1280, 720, HasSound: true))],
        Expected = new ExpectedOutput(90, 640, 360, TimeSpan.FromSeconds(3), HasSound: true, EqualsPortable: true),
    };

    private IEnumerable<Lane> Lanes() => CaseMatrix.Baselines.Concat([Measured, FewRounds, NotMeasured, Failed]).Except(Without);

    private string? Reason(BenchmarkCase benchmarkCase) => benchmarkCase.Lane == NotMeasured ? WhyNotMeasured : null;

    private IEnumerable<Measurement> Rows(BenchmarkCase benchmarkCase)
    {
        var lane = benchmarkCase.Lane;
        var rounds = lane == NotMeasured ? 0 : lane == FewRounds ? 1 : lane == Failed ? 2 : 8;
        var compiling = Row(benchmarkCase, 0) with { CompileSeconds = 0.031, InstantiateSeconds = 0.002 };
        return Enumerable.Range(1, rounds)
            .Select(round => Row(benchmarkCase, round))
            .Concat(lane.IsWasm && rounds > 0 ? [compiling] : []);
    }

    private Measurement Row(BenchmarkCase benchmarkCase, int round)
    {
        var lane = benchmarkCase.Lane;
        var isPortable = lane.IsWasm || lane == Lane.NativePortable;
        var isBad = lane == Failed && round == 2;
        var seconds = lane == Lane.Native ? 1 : lane == Lane.NativeOneThread ? 1.2 : lane == Lane.NativePortable ? 2.16 : ModuleSeconds;
        return Samples.Row(lane, round, seconds * Slowdown * (1 + (0.01 * ((round * lane.Name.Length) % 5))) * Scatter(lane, round)) with
        {
            Run = "canned",
            Host = "canned",
            Case = benchmarkCase.Id,
            Clip = "screencast-720p",
            Encoder = Setting.Encoder,
            Effort = Setting.Effort,
            Outcome = isBad ? Outcome.Failed : Outcome.Ok,
            Reason = isBad ? $"the guest trapped: {HostileText}" : null,
            PeakResidentBytes = lane.IsWasm ? 118L << 20 : 60L << 20,
            OutputBytes = isPortable ? ModuleOutputBytes : NativeOutputBytes,
            PsnrYDb = isPortable ? ModulePsnr : 43.21,
            Ssim = 0.98564,
            LowestPsnrYDb = 41.5,
            FramesDigest = new string(isPortable ? 'c' : 'd', 64),
        };
    }

    private double Scatter(Lane lane, int round) => Noise is { } seed ? SeededNoise.Factor($"{seed} {lane.Name} {round}", 0.025) : 1;
}
