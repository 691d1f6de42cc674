using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Workloads;
using Xunit.Sdk;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>Counts of operations, on a real module: they repeat, and a job that does a little more is red.</summary>
[Collection(Campaign.Name)]
public sealed class OperationsSpec : IDisposable
{
    // A guest that reads the clock may print one digit more.
    private const double Tolerance = 1e-6;

    private static readonly BenchmarkCase Transcode = MeasuredRun.Suite.Cases.First(
        declared => declared.Lane == MatrixDesign.DefaultLane && declared.Job.Id == "transcode/synthetic-120p/libx264-veryfast");

    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Every_count_of_a_job_gives_the_same_result()
    {
        using var held = await Lock();
        var assets = await SetUp();
        var times = TestSettings.Tier == Tier.Full ? 10 : 2;
        GuestCount[] counts = [.. Enumerable.Range(0, times).Select(number => Count(assets, Transcode, $"{number}"))];

        counts.Should().OnlyContain(count =>
            Math.Abs(((double)count.Operations / counts[0].Operations) - 1) < Tolerance && count.MemoryPages == counts[0].MemoryPages);
    }

    [Fact]
    public async Task A_job_that_scales_twice_is_red()
    {
        using var held = await Lock();
        var assets = await SetUp();
        ImmutableArray<string> twice =
            [.. Transcode.Job.Pictures.Select(option => option.Replace("scale=", "scale=318:238,scale=", StringComparison.Ordinal))];
        twice.Should().NotEqual(Transcode.Job.Pictures);

        var before = Count(assets, Transcode, "before");
        var after = Count(assets, Transcode with { Job = Transcode.Job with { Pictures = twice } }, "after");

        var baseline = CannedOperations.Counting(before.Operations, before.MemoryPages);
        var live = CannedOperations.Counting(after.Operations, before.MemoryPages);
        ((double)after.Operations / before.Operations).Should().BeInRange(1.01, 3, "one more scaling is a part of the job");
        FluentActions.Invoking(() => OperationsGate.Hold(baseline, Reading<OperationsSnapshot>.Of(live), strict: false, _ => { }))
            .Should().Throw<XunitException>();
    }

    private static RunSettings Settings => TestSettings.ForRun(new HashSet<string> { Transcode.Id });

    // Counting must not disturb a run of another process.
    private static Task<FileLock> Lock() =>
        MeasurementLock.Take(MeasurementLock.MachineWide, Settings.Output, Settings.Wait, (_, _) => { }, CancellationToken.None);

    private static Task<ProvisionedAssets> SetUp() =>
        new BenchmarkRun(Settings, new PlainProgress(TextWriter.Null)).SetUp(CancellationToken.None);

    private GuestCount Count(ProvisionedAssets assets, BenchmarkCase benchmarkCase, string cache) =>
        assets.Counter(AppContext.BaseDirectory, temporary.File(cache))
        .Count(OperationCounter.Cases([benchmarkCase]), 1, (_, _, _) => { }, CancellationToken.None).Single().Count
        ?? throw new XunitException("nothing was counted");
}
