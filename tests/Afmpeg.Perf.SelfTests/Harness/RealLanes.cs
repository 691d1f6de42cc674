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

/// <summary>
/// native-1t and the default lane as the suite runs them, for specs of the full tier that measure jobs of their own: the generated test pattern,
/// transcoded as often over as a spec wants.
/// </summary>
public sealed class RealLanes : IAsyncLifetime, IDisposable
{
    private const string JobId = "transcode/synthetic-120p/libx264-veryfast";
    private static readonly Job Once = MeasuredRun.Suite.Cases.First(declared => declared.Job.Id == JobId).Job;

    private readonly StringWriter progress = new();
    private readonly TemporaryFolder temporary = new();
    private ProvisionedAssets? equipment;
    private MeasurementLock? turn;
    private MeasurementLog? log;
    private WorkFolder? folder;
    private Recorder? recorder;

    /// <summary>The lanes.</summary>
    public static IReadOnlyList<Lane> Lanes { get; } = [Lane.NativeOneThread, MatrixDesign.DefaultLane];

    /// <summary>What the lanes run with, and whether missing packages may be fetched.</summary>
    public RunSettings Settings { get; } = TestSettings.ForRun(Lanes.Select(lane => $"{JobId}/{lane.Name}").ToHashSet());

    /// <summary>The folder that jobs run in.</summary>
    public WorkFolder Folder => folder ?? throw new InvalidOperationException("Not of the quick tier");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (TestSettings.Tier < Tier.Full)
        {
            return;
        }

        var observer = new PlainProgress(progress);
        equipment = await new BenchmarkRun(Settings, observer).SetUp(CancellationToken.None);
        turn = await MeasurementLock.Take(MeasurementLock.MachineWide, Settings.Output, Settings.Wait, observer.Waiting, CancellationToken.None);
        folder = WorkFolder.Create();
        var clip = Once.Inputs[0].Item;
        folder.Stage(equipment.Media[clip.Id].File, clip.FileName);
        log = MeasurementLog.Open(temporary.File("measurements.jsonl"));
        recorder = new Recorder(log, folder, new OutputCheck(equipment.Ffmpeg, CancellationToken.None), "real-lanes", Host.Read().Fingerprint);
    }

    /// <summary>The test pattern's pictures, transcoded so many times over: each time the same decoding, scaling and encoding.</summary>
    /// <param name="times">How often, 1 or more.</param>
    /// <returns>The job. It has no sound, whose packets do not end where the pictures do.</returns>
    public static Job Looped(int times) => Once with
    {
        Subject = $"{Once.Subject}-x{times}",
        Inputs = [Once.Inputs[0] with { Options = ["-stream_loop", $"{times - 1}"] }],
        Pictures = ["-map", "0:v:0", .. Once.Pictures.SkipWhile(option => option != "-vf")],
        Container = [.. Once.Container.SkipWhile(option => option != "-movflags")],
        Expected = Once.Expected with { Frames = times * Once.Expected.Frames, Duration = times * Once.Expected.Duration, HasSound = false, EqualsPortable = false },
    };

    /// <summary>Skips the row in the quick tier.</summary>
    /// <param name="spec">The spec, for the command that runs it.</param>
    public static void SkipUnlessFull(string spec) =>
        Skip.If(TestSettings.Tier < Tier.Full, $"not of the quick tier; it is run by: AFMPEG_TIER=full dotnet test Afmpeg.Tests.sln --filter 'FullyQualifiedName~{spec}'");

    /// <summary>Runs a job once, by the suite's own recorder.</summary>
    /// <param name="benchmarkCase">The job and its lane.</param>
    /// <param name="round">The round; 0 for a warm-up.</param>
    /// <returns>Its row, whose output was found right.</returns>
    public Measurement Run(BenchmarkCase benchmarkCase, int round)
    {
        new LaneCatalog(equipment!.Tools, Settings.Programs).Runner(benchmarkCase.Lane, benchmarkCase.Job.Setting.Flavour).TryGet(out var runner)
            .Should().BeTrue($"{benchmarkCase.Lane} was set up");
        var row = recorder!.Record(benchmarkCase, runner!, round, order: 0, CancellationToken.None);
        row.Outcome.Should().Be(Outcome.Ok, row.Reason);
        return row;
    }

    /// <summary>A job on a lane, to share a core with others.</summary>
    /// <param name="benchmarkCase">The job and its lane.</param>
    /// <param name="work">Its own work folder; the clip is put there.</param>
    /// <returns>The lane, by the name of its job's subject.</returns>
    public CoreLane OnCore(BenchmarkCase benchmarkCase, WorkFolder work)
    {
        equipment!.Stage(work, benchmarkCase.Job);
        new LaneCatalog(equipment.Tools, Settings.Programs).Runner(benchmarkCase.Lane, benchmarkCase.Job.Setting.Flavour).TryGet(out var runner)
            .Should().BeTrue($"{benchmarkCase.Lane} was set up");
        return new CoreLane(benchmarkCase.Job.Subject, benchmarkCase, runner!, work);
    }

    /// <summary>Looks at outputs.</summary>
    /// <returns>The check.</returns>
    public IOutputCheck Check() => new OutputCheck(equipment!.Ffmpeg, CancellationToken.None);

    /// <summary>The command that native-1t runs.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The program and its arguments, to be run in <see cref="Folder"/>.</returns>
    public (string Program, IReadOnlyList<string> Arguments) NativeCommand(Job job) =>
        (equipment!.Tools.Products[Product.KeyOf(job.Setting.Flavour, Product.NativeBuild)].File, job.Arguments(ThreadMode.One));

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        progress.Dispose();
        log?.Dispose();
        folder?.Dispose();
        turn?.Dispose();
        temporary.Dispose();
    }
}
