using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Rules.SharedCore;

public sealed class WindowRunRules : IDisposable
{
    private readonly List<WorkFolder> folders = [];

    public void Dispose() => folders.ForEach(folder => folder.Dispose());

    [Fact]
    public void Each_lane_does_whole_jobs_until_the_time_is_over_and_all_have_done_one()
    {
        var run = new WindowRun([Lane("quick", milliseconds: 2, cpuSeconds: 1), Lane("slow", milliseconds: 150, cpuSeconds: 70)], new FixedCheck(), TimeSpan.FromMilliseconds(30));

        run.Measure(Core, default).TryGet(out var window).Should().BeTrue();

        CannedWindows.Jobs(window.Shares)["slow"].Should().Be(1);
        CannedWindows.Jobs(window.Shares)["quick"].Should().BeGreaterThan(5);
        window.Shares.Select(share => (share.Lane, share.CpuSeconds)).Should().Equal(("quick", 1), ("slow", 70));
        window.Time.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(150));
    }

    [Fact]
    public void A_lane_that_has_done_its_part_keeps_the_core_busy_uncounted_and_its_last_output_stays()
    {
        var (runs, quick) = (0, (CoreLane?)null);
        quick = Lane("quick", milliseconds: 2, onRun: () => File.WriteAllText(Path.Combine(quick!.Folder.Output, "out.mp4"), $"{++runs}"));
        // The window is over after 160 ms, when the slow lane's second job is more than half done.
        var run = new WindowRun([quick, Lane("slow", milliseconds: 100)], new FixedCheck(), TimeSpan.FromMilliseconds(160));

        run.Measure(Core, default).TryGet(out var window).Should().BeTrue();

        CannedWindows.Jobs(window.Shares)["slow"].Should().Be(2);
        var counted = CannedWindows.Jobs(window.Shares)["quick"];
        runs.Should().BeGreaterThan(counted + 3);
        File.ReadAllText(Path.Combine(quick.Folder.Output, "out.mp4")).Should().Be($"{counted}");
    }

    [Fact]
    public void A_job_that_is_less_than_half_done_when_the_window_is_over_does_not_count()
    {
        // Over after 110 ms, when the slow lane has just begun its second job.
        var run = new WindowRun([Lane("quick", milliseconds: 2), Lane("slow", milliseconds: 100)], new FixedCheck(), TimeSpan.FromMilliseconds(110));

        run.Measure(Core, default).TryGet(out var window).Should().BeTrue();

        CannedWindows.Jobs(window.Shares)["slow"].Should().Be(1);
        window.Time.Should().BeLessThan(TimeSpan.FromMilliseconds(260));
    }

    [Fact]
    public void All_lanes_run_on_the_core_that_was_named_and_the_caller_stays_where_it_was()
    {
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
        var before = Cores();

        new WindowRun([Lane("a", onRun: () => seen.Add(Cores())), Lane("b", onRun: () => seen.Add(Cores()))], new FixedCheck(), TimeSpan.Zero).Measure(Core, default);

        seen.Distinct().Should().Equal($"{Core}");
        Cores().Should().Be(before);
    }

    [Fact]
    public void A_lane_that_fails_ends_the_window_and_says_why()
    {
        var run = new WindowRun([Lane("a", milliseconds: 5), Lane("b", failure: "exit status 1")], new FixedCheck(), TimeSpan.FromSeconds(30));

        run.Measure(Core, default).WhyNot.Should().Be("b: exit status 1");
    }

    [Fact]
    public void A_lane_whose_output_is_wrong_says_why()
    {
        var run = new WindowRun([Lane("a"), Lane("b")], new FixedCheck(Reading<OutputFacts>.NotMeasured("wrong output: 3 frames")), TimeSpan.Zero);

        run.WarmUp(default).Should().Be("a: wrong output: 3 frames");
        run.Measure(Core, default).WhyNot.Should().Be("a: wrong output: 3 frames");
    }

    [Fact]
    public void What_is_called_off_ends_at_once()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        var measure = () => new WindowRun([Lane("a", milliseconds: 5), Lane("b", milliseconds: 5)], new FixedCheck(), TimeSpan.FromMinutes(5)).Measure(Core, stop.Token);

        measure.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void A_lane_that_does_not_tell_its_phase_has_the_time_of_its_process()
    {
        new WindowRun([Lane("a", cpuSeconds: null), Lane("b")], new FixedCheck(), TimeSpan.Zero).Measure(Core, default).TryGet(out var window).Should().BeTrue();

        window.Shares.Single(share => share.Lane == "a").Should().Match<CoreShare>(share => share.CpuSeconds == null && share.ProcessCpuSeconds == 2);
    }

    private static int Core => int.Parse(Cores().Split(',', '-')[0]);

    private static string Cores() =>
        File.ReadLines("/proc/thread-self/status").First(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split('\t')[1];

    private CoreLane Lane(string name, int milliseconds = 0, double? cpuSeconds = 1, string? failure = null, Action? onRun = null)
    {
        folders.Add(WorkFolder.Create());
        return new CoreLane(name, Samples.Case(Samples.Wasm), new Fake(milliseconds, cpuSeconds, failure, onRun), folders[^1]);
    }

    private sealed class Fake(int milliseconds, double? cpuSeconds, string? failure, Action? onRun) : ILaneRunner
    {
        public Lane Lane => Samples.Wasm;

        public LaneReading Run(Job job, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            onRun?.Invoke();
            Thread.Sleep(milliseconds);
            return failure is null
                ? Samples.Reading(2) with { Phases = Phases.None with { ExecuteCpu = cpuSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null } }
                : LaneReading.Failed(failure);
        }
    }
}
