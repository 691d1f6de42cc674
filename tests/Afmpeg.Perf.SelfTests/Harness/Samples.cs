using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Small valid pieces of data, so that a rule names only what it is about.</summary>
public static class Samples
{
    public static readonly string Digest = new('a', 64);

    private static readonly Lazy<MediaCatalog> Library =
        new(() => MediaManifest.Load(Repository.PathOf("media", "manifest.json")).ToCatalog());

    /// <summary>The repository's own media library, as workloads see it; nothing of it is fetched or derived.</summary>
    public static MediaCatalog Media => Library.Value;

    /// <summary>A clip of three seconds.</summary>
    public static Clip Clip { get; } = new("synthetic-240p", "synthetic-240p.mkv", 90, 30, 320, 240, HasSound: true);
    public static Lane Wasm { get; } = Lane.Wasm("wasmtime", "Oz");

    /// <summary>The three baselines and one module lane, in the order of the tables.</summary>
    public static ImmutableArray<Lane> Lanes { get; } = [.. CaseMatrix.Baselines, Wasm];
    public static OutputFacts Facts { get; } = new(new ByteCount(1000), 90, TimeSpan.FromSeconds(3), Digest);

    public static Job Job(string subject = "sample", Tier tier = Tier.Quick) => new()
    {
        Workload = "transcode",
        Subject = subject,
        Setting = EncoderSetting.X264Veryfast,
        Tier = tier,
        Inputs = [new JobInput([], Clip)],
        LaneCoverage = LaneCoverage.EveryLane,
        Pictures = [],
        Container = [],
        OutputFile = "out.mp4",
        Expected = new ExpectedOutput(Clip.Frames, 160, 120, Clip.Duration, HasSound: true, EqualsPortable: true),
    };

    public static BenchmarkCase Case(Lane lane) => new(Job(), lane);

    /// <summary>A row that counts, of a run whose rounds lie ten minutes apart.</summary>
    public static Measurement Row(Lane lane, int round, double seconds) => new()
    {
        Run = "run-1",
        At = DateTimeOffset.UnixEpoch.AddMinutes(10 * round),
        Host = "0123456789ab",
        Case = Case(lane).Id,
        Workload = "transcode",
        Clip = "synthetic-240p",
        Encoder = "libx264",
        Effort = "veryfast",
        Lane = lane.Name,
        Engine = lane.Engine,
        Build = lane.Build,
        Round = round,
        Order = 0,
        Warmup = round == 0,
        Outcome = Outcome.Ok,
        Reason = null,
        ExecuteSeconds = seconds,
        PeakResidentBytes = 100,
        OutputBytes = 1000,
        Frames = 90,
        MediaSeconds = 3,
        FramesDigest = Digest,
    };

    public static IEnumerable<Measurement> Rows(Lane lane, params double[] seconds) =>
        seconds.Select((value, index) => Row(lane, index + 1, value));

    public static LaneReading Reading(double seconds) => new(
        Outcome.Ok,
        null,
        Phases.None with { Execute = TimeSpan.FromSeconds(seconds) },
        new ProcessUsage(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds), TimeSpan.Zero, new ByteCount(100)));

    /// <summary>What a sample run is measured with and on.</summary>
    public static RunConditions Conditions { get; } = new(
        Host.Read(),
        "/dev/shm",
        WorkIsInMemory: true,
        [new ComponentVersion("v8", "v20")],
        [new ModuleFacts("O3", "gpl", new ByteCount(3), new ByteCount(2), new ByteCount(1), "ab", 7, "-O3")],
        ImmutableSortedDictionary<string, string>.Empty.Add("wazero+O3", "not on PATH"));
}
