using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Quality;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>native-1t and the default lane, for specs of the full tier that transcode the test pattern so many times over.</summary>
public sealed class RealLanes : IAsyncLifetime, IDisposable
{
    private const string JobId = "transcode/synthetic-120p/libx264-veryfast";
    private static readonly Job Once = MeasuredRun.Suite.Cases.First(declared => declared.Job.Id == JobId).Job;

    private readonly TemporaryFolder temporary = new();
    private ProvisionedAssets? assets;
    private FileLock? held;
    private MeasurementLog? log;
    private WorkFolder? folder;
    private Recorder? recorder;

    public static IReadOnlyList<Lane> Lanes { get; } = [Lane.NativeOneThread, MatrixDesign.DefaultLane];
    public RunSettings Settings { get; } = TestSettings.ForRun(Lanes.Select(lane => $"{JobId}/{lane.Name}").ToHashSet());
    public WorkFolder Folder => folder ?? throw new InvalidOperationException("Not of the quick tier");

    public async Task InitializeAsync()
    {
        if (TestSettings.Tier < Tier.Full)
        {
            return;
        }

        var observer = new PlainProgress(TextWriter.Null);
        assets = await new BenchmarkRun(Settings, observer).SetUp(CancellationToken.None);
        held = await MeasurementLock.Take(
            MeasurementLock.MachineWide, Settings.Output, Settings.Wait, observer.Waiting, CancellationToken.None);
        folder = WorkFolder.Create();
        var clip = Once.Inputs[0].Item;
        folder.Stage(assets.Media[clip.Id].File, clip.FileName);
        log = MeasurementLog.Open(temporary.File("measurements.jsonl"), "real-lanes");
        recorder = new Recorder(log, folder, Check(), Host.Read().Fingerprint);
    }

    /// <summary>The test pattern's pictures, transcoded so many times over; without sound, whose packets end elsewhere.</summary>
    public static Job Looped(int times) => Once with
    {
        Subject = $"{Once.Subject}-x{times}",
        Inputs = [Once.Inputs[0] with { Options = ["-stream_loop", $"{times - 1}"] }],
        Pictures = ["-map", "0:v:0", .. Once.Pictures.SkipWhile(option => option != "-vf")],
        Container = [.. Once.Container.SkipWhile(option => option != "-movflags")],
        Expected = Once.Expected with
        {
            Frames = times * Once.Expected.Frames,
            Duration = times * Once.Expected.Duration,
            HasSound = false,
            EqualsPortable = false,
        },
    };

    /// <summary>Skips the row in the quick tier, with the command that runs it.</summary>
    public static void SkipUnlessFull(string spec) => Skip.If(
        TestSettings.Tier < Tier.Full,
        $"not of the quick tier; it is run by: AFMPEG_TIER=full dotnet test Afmpeg.Tests.sln --filter 'FullyQualifiedName~{spec}'");

    /// <summary>Runs a job once, by the suite's own recorder, and asserts that its output is right. Round 0 is a warm-up.</summary>
    public Measurement Run(BenchmarkCase benchmarkCase, int round)
    {
        var row = recorder!.Record(benchmarkCase, Runner(benchmarkCase), round, order: 0, CancellationToken.None);
        row.Outcome.Should().Be(Outcome.Ok, row.Reason);
        return row;
    }

    /// <summary>A job on a lane that shares a core with others, named after the job's subject, with a work folder of its own.</summary>
    public CoreLane OnCore(BenchmarkCase benchmarkCase, WorkFolder work)
    {
        assets!.Stage(work, benchmarkCase.Job);
        return new CoreLane(benchmarkCase.Job.Subject, benchmarkCase, Runner(benchmarkCase), work);
    }

    public IOutputCheck Check() => new OutputCheck(assets!.Ffmpeg, CancellationToken.None);

    /// <summary>The command that native-1t runs, in <see cref="Folder"/>.</summary>
    public (string Program, IReadOnlyList<string> Arguments) NativeCommand(Job job) =>
        (assets!.Tools.Products[Product.KeyOf(job.Setting.Flavour, Product.NativeBuild)].File, job.Arguments(ThreadMode.One));

    private ILaneRunner Runner(BenchmarkCase benchmarkCase)
    {
        new LaneCatalog(assets!.Tools, Settings.Programs).Runner(benchmarkCase.Lane, benchmarkCase.Job.Setting.Flavour)
            .TryGet(out var runner)
            .Should().BeTrue($"{benchmarkCase.Lane} was set up");
        return runner!;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        log?.Dispose();
        folder?.Dispose();
        held?.Dispose();
        temporary.Dispose();
    }
}
