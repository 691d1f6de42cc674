using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.SharedCore;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>Real slow-downs of a tenth and of a hundredth: lanes that share a core show them, and their size.</summary>
[Collection(Campaign.Name)]
public sealed class SharedCoreSpec(RealLanes lanes, ITestOutputHelper output) : IClassFixture<RealLanes>
{
    [SkippableTheory]
    [InlineData("native-1t", 10)]
    [InlineData("wazero+O3-simd128-msa", 10)]
    [InlineData("native-1t", 100)]
    public void A_job_that_repeats_its_content_once_more_is_slower_by_the_cost_of_one_repeat(string lane, int times)
    {
        RealLanes.SkipUnlessFull(nameof(SharedCoreSpec));
        var chosen = RealLanes.Lanes.Single(candidate => candidate.Name == lane);
        var folders = Enumerable.Range(0, 3).Select(_ => WorkFolder.Create()).ToArray();
        try
        {
            // What a run costs besides its content (starting, opening files) is in each job once: the job with the content once shows it.
            int[] counts = [1, times, times + 1];
            ImmutableArray<CoreLane> jobs =
                [.. counts.Zip(folders, (count, folder) => lanes.OnCore(new BenchmarkCase(RealLanes.Looped(count), chosen), folder))];
            var windows = Measure(jobs);
            CoreRatio.Of(windows, jobs[0].Name, jobs[1].Name).TryGet(out var once).Should().BeTrue();
            var truth = 1 + ((1 - once!.Value) / (times - 1));
            var logs = CoreRatio.Logs(windows, jobs[2].Name, jobs[1].Name);
            var compared = new PairComparison(
                jobs[2].Case.Job.Id, jobs[1].Name, jobs[2].Name, logs, PairLooks.Tolerance, PairCount: 1);
            output.WriteLine($"{lane}, {times + 1} against {times}: {compared.ChangeText}; by construction {100 * (truth - 1):+0.00} %");

            compared.Change.TryGet(out var change).Should().BeTrue();
            change!.Value.Should().BeApproximately(truth, 0.02 * truth, "a planted change is found within 2 %");
            Skip.If(compared.Verdict == SpeedVerdict.CannotTell && !TestSettings.Strict, $"inconclusive: {compared.ChangeText}");
            compared.Verdict.Should().Be(SpeedVerdict.Slower);
        }
        finally
        {
            Array.ForEach(folders, folder => folder.Dispose());
        }
    }

    private List<CoreWindow> Measure(ImmutableArray<CoreLane> jobs)
    {
        var run = new WindowRun(jobs, lanes.Check(), WindowRun.Usual);
        run.WarmUp(CancellationToken.None).Should().BeNull();
        var windows = new List<CoreWindow>();
        for (var number = 1; number <= PairLooks.Looks[0]; number++)
        {
            var (shares, time, fault) = run.Measure(WindowRun.Cores[number % WindowRun.Cores.Length], CancellationToken.None);
            fault.Should().BeNull();
            windows.Add(new CoreWindow("planted", DateTimeOffset.UtcNow, "", jobs[0].Case.Job.Id, number, 0, time.TotalSeconds, shares));
        }

        return windows;
    }
}
