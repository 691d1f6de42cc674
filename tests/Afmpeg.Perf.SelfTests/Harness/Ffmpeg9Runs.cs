using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>FFmpeg 9's driver on its jobs, natively and as a module, where the tier asks for it.</summary>
public sealed class Ffmpeg9Runs : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private ProvisionedAssets? assets;
    private LaneCatalog? catalog;

    /// <summary>Each job with each lane whose output must be that of the native build of the same C.</summary>
    public static ImmutableArray<BenchmarkCase> Cases { get; } =
        [.. MeasuredRun.Suite.Cases.Where(declared => declared.Lane is { IsFfmpeg9: true, IsWasm: true })];

    public async Task InitializeAsync()
    {
        if (TestSettings.Tier == Tier.Full)
        {
            var settings = TestSettings.ForRun(Cases.Select(declared => declared.Id).ToHashSet());
            assets = await new BenchmarkRun(settings, new PlainProgress(TextWriter.Null)).SetUp(CancellationToken.None);
            catalog = new LaneCatalog(assets.Tools, settings.Programs);
        }
    }

    /// <summary>Runs a job, and returns its output, if any. The row is skipped in the quick tier and without the lane.</summary>
    public (LaneReading Reading, byte[] Output) Run(BenchmarkCase benchmarkCase)
    {
        RealLanes.SkipUnlessFull(nameof(Campaigns.Ffmpeg9Spec));
        var found = catalog!.Runner(benchmarkCase.Lane, benchmarkCase.Job.Setting.Flavour);
        Skip.If(found.Reason is not null && !TestSettings.Strict, found.Reason);
        found.TryGet(out var runner).Should().BeTrue("AFMPEG_STRICT=1 wants every lane");
        using var folder = WorkFolder.Create();
        assets!.Stage(folder, benchmarkCase.Job);
        var reading = runner!.Run(benchmarkCase.Job, folder, Limit, CancellationToken.None);
        var file = Path.Combine(folder.Output, benchmarkCase.Job.OutputFile!);
        return (reading, File.Exists(file) ? File.ReadAllBytes(file) : []);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
