using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.SharedCore;

public sealed class WindowRunRules : IDisposable
{
    private readonly List<WorkFolder> folders = [];

    public void Dispose() => folders.ForEach(folder => folder.Dispose());

    [Fact]
    public void Each_lane_runs_whole_jobs_until_the_time_is_up_and_every_lane_has_done_one()
    {
        var run = new WindowRun([Lane("quick", milliseconds: 2, cpuSeconds: 1), Lane("slow", milliseconds: 300, cpuSeconds: 70)],
            new FixedCheck(), TimeSpan.FromMilliseconds(30));

        var (shares, time, fault) = run.Measure(Core, default);

        fault.Should().BeNull();
        CannedWindows.Jobs(shares)["slow"].Should().Be(1);
        CannedWindows.Jobs(shares)["quick"].Should().BeGreaterThan(2);
        shares.Select(share => (share.Lane, share.CpuSeconds)).Should().Equal(("quick", 1), ("slow", 70));
        time.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public void A_job_more_than_half_done_at_the_end_of_the_window_counts_and_the_others_go_on_uncounted_until_it_ends()
    {
        var (runs, quick) = (0, (CoreLane?)null);
        quick = Lane("quick", milliseconds: 2, onRun: () => File.WriteAllText(Path.Combine(quick!.Folder.Output, "out.mp4"), $"{++runs}"));
        // Over after 720 ms, when the slow lane's second job, begun at 400 ms, is more than half done.
        var run = new WindowRun([quick, Lane("slow", milliseconds: 400)], new FixedCheck(), TimeSpan.FromMilliseconds(720));

        var (shares, _, _) = run.Measure(Core, default);

        CannedWindows.Jobs(shares)["slow"].Should().Be(2);
        var counted = CannedWindows.Jobs(shares)["quick"];
        runs.Should().BeGreaterThan(counted);
        File.ReadAllText(Path.Combine(quick.Folder.Output, "out.mp4")).Should().Be($"{counted}", "that of the last job that counts is "
            + "looked at");
    }

    [Fact]
    public void A_job_less_than_half_done_at_the_end_of_the_window_does_not_count()
    {
        // Over when the slow lane has just begun its second job.
        var run = new WindowRun([Lane("quick", milliseconds: 2), Lane("slow", milliseconds: 400)], new FixedCheck(),
            TimeSpan.FromMilliseconds(410));

        CannedWindows.Jobs(run.Measure(Core, default).Shares)["slow"].Should().Be(1);
    }

    [Fact]
    public void All_lanes_and_what_they_start_run_on_the_named_core()
    {
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
        var before = Cores();
        void See()
        {
            seen.Add(Cores());
            using var child = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh",
                ["-c", "grep Cpus_allowed_list: /proc/self/status"])
            { RedirectStandardOutput = true })!;
            seen.Add(child.StandardOutput.ReadToEnd().Trim().Split('\t')[1]);
        }

        new WindowRun([Lane("a", onRun: See), Lane("b", onRun: See)], new FixedCheck(), TimeSpan.Zero).Measure(Core, default);

        seen.Distinct().Should().Equal($"{Core}");
        Cores().Should().Be(before);
    }

    [Fact]
    public void A_lane_that_fails_ends_the_window_and_says_why()
    {
        var run = new WindowRun([Lane("a", milliseconds: 5), Lane("b", failure: "exit status 1")], new FixedCheck(),
            TimeSpan.FromMinutes(5));

        run.Measure(Core, default).Fault.Should().Be(new LaneFault("b", "exit status 1"));
    }

    [Fact]
    public void A_fault_of_the_machine_is_thrown_to_the_caller()
    {
        var run = new WindowRun([Lane("a", milliseconds: 5), Lane("b", onRun: () => throw new IOException("no space left on device"))],
            new FixedCheck(), TimeSpan.FromMinutes(5));

        run.Invoking(window => window.Measure(Core, default)).Should().Throw<IOException>();
    }

    [Fact]
    public void A_lane_with_a_wrong_output_or_changed_inputs_says_so()
    {
        var run = new WindowRun([Lane("a"), Lane("b")], new FixedCheck(Reading<OutputFacts>.Unavailable("wrong output: 3 frames")),
            TimeSpan.Zero);
        var vandal = (CoreLane?)null;
        vandal = Lane("vandal", onRun: () => File.WriteAllText(Path.Combine(vandal!.Folder.Media, "more.mkv"), ""));

        run.WarmUp(default).Should().Be(new LaneFault("a", "wrong output: 3 frames"));
        run.Measure(Core, default).Fault.Should().Be(new LaneFault("a", "wrong output: 3 frames"));
        new WindowRun([Lane("a"), vandal], new FixedCheck(), TimeSpan.Zero).WarmUp(default)
            .Should().Be(new LaneFault("vandal", "it changed its inputs (more.mkv)"));
    }

    [Fact]
    public void A_cancelled_window_ends_at_once()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        var measure = () => new WindowRun([Lane("a", milliseconds: 5), Lane("b", milliseconds: 5)], new FixedCheck(),
            TimeSpan.FromMinutes(5)).Measure(Core, stop.Token);

        measure.Should().Throw<OperationCanceledException>();
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_lane_that_does_not_report_its_phase_has_the_time_of_its_process()
    {
        var (shares, _, _) = new WindowRun([Lane("a", cpuSeconds: null), Lane("b")], new FixedCheck(), TimeSpan.Zero)
            .Measure(Core, default);

        shares.Single(share => share.Lane == "a")
            .Should().Match<CoreShare>(share => share.CpuSeconds == null && share.ProcessCpuSeconds == 2);
    }

    private static int Core => int.Parse(Cores().Split(',', '-')[0]);

    private static string Cores() =>
        File.ReadLines("/proc/thread-self/status")
            .First(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split('\t')[1];

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
                ? Samples.Reading(2) with
                {
                    Phases = Phases.None with
                    {
                        ExecuteCpu = cpuSeconds is { } seconds
                    ? TimeSpan.FromSeconds(seconds) : null
                    }
                }
                : LaneReading.Failed(failure);
        }
    }
}
