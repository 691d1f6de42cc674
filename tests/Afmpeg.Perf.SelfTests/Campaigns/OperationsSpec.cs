using System.Collections.Immutable;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Workloads;
using Xunit.Sdk;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>What counting promises, shown by the real module: every count is the same, and a job that does a little more is red.</summary>
[Collection(Campaign.Name)]
public sealed class OperationsSpec : IDisposable
{
    // A guest that asks the time may print one digit more.
    private const double Likeness = 1e-6;

    private static readonly BenchmarkCase Planned = MeasuredRun.Suite.Cases.First(
        declared => declared.Lane == MatrixDesign.DefaultLane && declared.Job.Id == "transcode/synthetic-120p/libx264-veryfast");

    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Every_count_is_the_same()
    {
        using var turn = await Turn();
        var equipment = await SetUp();
        var counts = Enumerable.Range(0, TestSettings.Tier == Tier.Full ? 10 : 2).Select(number => Count(equipment, Planned, $"{number}")).ToArray();

        counts.Should().OnlyContain(count => Math.Abs(((double)count.Operations / counts[0].Operations) - 1) < Likeness && count.MemoryPages == counts[0].MemoryPages);
    }

    [Fact]
    public async Task A_filter_that_runs_twice_is_red()
    {
        using var turn = await Turn();
        var equipment = await SetUp();
        ImmutableArray<string> twice = [.. Planned.Job.Pictures.Select(option => option.Replace("scale=", "scale=318:238,scale=", StringComparison.Ordinal))];
        twice.Should().NotEqual(Planned.Job.Pictures);

        var (before, after) = (
            Count(equipment, Planned, "before"), Count(equipment, Planned with { Job = Planned.Job with { Pictures = twice } }, "after"));

        var baseline = CannedOperations.Counting(before.Operations, before.MemoryPages);
        var live = CannedOperations.Counting(after.Operations, before.MemoryPages);
        ((double)after.Operations / before.Operations).Should().BeInRange(1.01, 3, "one more scaling is a part of the job");
        FluentActions.Invoking(() => OperationsGate.Hold(baseline, Reading<OperationsSnapshot>.Of(live), strict: false, _ => { })).Should().Throw<XunitException>();
    }

    private static RunSettings Settings => TestSettings.ForRun(new HashSet<string> { Planned.Id });

    // A run of another process is not to be disturbed.
    private static Task<MeasurementLock> Turn() => MeasurementLock.Take(MeasurementLock.MachineWide, Settings.Output, Settings.Wait, (_, _) => { }, CancellationToken.None);

    private static Task<ProvisionedAssets> SetUp() => new BenchmarkRun(Settings, new PlainProgress(TextWriter.Null)).SetUp(CancellationToken.None);

    private GuestCount Count(ProvisionedAssets equipment, BenchmarkCase benchmarkCase, string cache) => equipment.Counter(AppContext.BaseDirectory, temporary.File(cache))
        .Count(OperationCounter.Cases([benchmarkCase]), 1, (_, _, _) => { }, CancellationToken.None).Single().Count
        ?? throw new XunitException("nothing was counted");
}
