using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class FleetAxisRules
{
    private const long Mebibyte = 1024 * 1024;

    private static readonly Job Batch = SyntheticRun.Job("batch", "handheld-360p-x4", LaneCoverage.Fleet) with { Copies = 4 };

    private static readonly SyntheticRun Run = new SyntheticRun()
        .With(Batch, Lane.Native, SyntheticRun.Eight(10))
        .With(Batch, Pool(1), Resident(100), SyntheticRun.Eight(40))
        .With(Batch, Pool(2), Resident(180), SyntheticRun.Eight(25))
        .With(Batch, Fleet(1), Resident(110), SyntheticRun.Eight(44))
        .With(Batch, Fleet(2), Resident(110), SyntheticRun.Eight(30));

    [Fact]
    public void Throughput_is_compared_with_one_instance_of_the_same_kind_by_paired_rounds()
    {
        var table = Table(Run);

        table.Number("throughput", Pool(2).Name).Value.Should().BeApproximately(1.6, 1e-9);
        table.Number("throughput", Pool(2).Name).High.Should().BeApproximately(1.6, 1e-9, "both drift alike");
        table.Number("throughput", Fleet(2).Name).Value.Should().BeApproximately(44.0 / 30, 1e-9);
        table.Cell("throughput", Pool(1).Name).Text.Should().StartWith("1.00 ");
        table.Number("nativeMultiple", Pool(2).Name).Value.Should().BeApproximately(2.5, 1e-9);
    }

    [Fact]
    public void Beyond_the_core_count_efficiency_per_core_stays_and_efficiency_per_instance_halves()
    {
        var table = Table(Run.With(Batch, Pool(4), Resident(340), SyntheticRun.Eight(25)));

        table.Number("efficiency", Pool(2).Name).Value.Should().BeApproximately(80, 1e-9);
        table.Number("efficiency", Pool(4).Name).Value.Should().BeApproximately(40, 1e-9);
        table.Number("coreEfficiency", Pool(4).Name).Value.Should().BeApproximately(80, 1e-9);
    }

    [Fact]
    public void The_sentence_uses_a_kind_with_a_single_instance_even_if_another_is_faster_and_says_what_native_can_do()
    {
        var other = Lane.Wasm("wasmtime", "O2").Over(LaneMode.Pool, 2);
        var run = Run.With(Batch, other, Resident(100), SyntheticRun.Eight(12.5))
            .With(Batch, Lane.NativeOneThread.Over(LaneMode.Fleet, 2), SyntheticRun.Eight(6));

        SyntheticRun.Sentence(Table(run)).Should()
            .StartWith($"{Batch.Subject} with an instance per core, {Pool(2).Name}: ")
            .And.EndWith("; native takes 0.600 times [0.600, 0.600] as long with a process per core as with all threads, one job after "
                + "the other.");
    }

    [Fact]
    public void A_pools_memory_is_divided_by_its_instances_and_a_fleets_is_per_process()
    {
        var table = Table(Run);

        table.Number("peakPerInstance", Pool(2).Name).Value.Should().Be(90);
        table.Number("peakPerInstance", Fleet(2).Name).Value.Should().Be(110);
    }

    [Fact]
    public void A_pool_with_fewer_jobs_than_instances_divides_its_memory_among_the_busy_ones()
    {
        var table = Table(Run.With(Batch, Pool(8), Resident(400), SyntheticRun.Eight(25)));

        table.Number("peakPerInstance", Pool(8).Name).Value.Should().Be(100);
        table.Notes.Should().ContainSingle().Which.Should().Contain("4 jobs over 8 instances leave some of them idle");
    }

    [Fact]
    public void Jobs_per_hour_invert_the_interval()
    {
        var jobs = Table(Run).Number("jobsPerHour", Lane.Native.Name);

        PseudoMedian.OfLogs(SyntheticRun.Eight(10), RoundAutocorrelation.InflationOfTimes(8)).TryGet(out var seconds).Should().BeTrue();
        jobs.Value.Should().BeApproximately(4 * 3600 / seconds!.Value, 1e-6);
        jobs.Low.Should().BeLessThan(jobs.Value).And.BeApproximately(4 * 3600 / seconds.High, 1e-6);
        jobs.High.Should().BeGreaterThan(jobs.Value).And.BeApproximately(4 * 3600 / seconds.Low, 1e-6);
    }

    [Fact]
    public void The_sentence_says_what_more_instances_give()
    {
        SyntheticRun.Sentence(Table(Run.With(Batch, Pool(4), SyntheticRun.Scattered(25.8)))).Should().Be(
            $"handheld-360p-x4 with an instance per core, {Pool(2).Name}: 1.60 times [1.60, 1.60] the jobs of one instance, 80.0 % [80.0, "
            + "80.0] of what 2 could do, 90.0 MiB [90.0, 90.0] each, 2.50 times [2.50, 2.50] as long as native takes for the batch; twice "
            + "as many were no faster, as far as measured, so run one per core.");
    }

    [Fact]
    public void A_gain_whose_interval_includes_no_gain_is_not_claimed()
    {
        var run = new SyntheticRun().With(Batch, Lane.Native, SyntheticRun.Eight(10)).With(Batch, Pool(1), SyntheticRun.Eight(40))
            .With(Batch, Pool(2), SyntheticRun.Scattered(41.5));

        SyntheticRun.Sentence(Table(run)).Should().Contain("no faster than one instance")
            .And.Contain("more instances than cores were not measured");
    }

    [Fact]
    public void More_instances_than_cores_are_recommended_if_they_help()
    {
        SyntheticRun.Sentence(Table(Run.With(Batch, Pool(4), SyntheticRun.Eight(20)))).Should().Contain("twice as many do 1.25 times "
            + "[1.25, 1.25] as much: run them where memory allows");
        SyntheticRun.Sentence(Table(Run.With(Batch, Pool(4), SyntheticRun.Eight(50)))).Should().Contain("twice as many do only 0.500 "
            + "times [0.500, 0.500] as much, so run one per core");
    }

    [Fact]
    public void A_fleet_that_failed_or_never_ran_says_why()
    {
        var failing = new SyntheticRun().With(Batch, Lane.Native, SyntheticRun.Eight(10)).With(Batch, Pool(1), SyntheticRun.Eight(40))
            .With(Batch, Pool(2), row => row with { Outcome = Outcome.Failed, Reason = "it trapped" }, 1);

        SyntheticRun.Sentence(Table(failing)).Should().Be("none: round 1: it trapped");
        Table(failing).Cell("throughput", Pool(2).Name).Text.Should().Be("not measured: round 1: it trapped");
    }

    private static Lane Pool(int instances) => SyntheticRun.Default.Over(LaneMode.Pool, instances);

    private static Lane Fleet(int instances) => SyntheticRun.Default.Over(LaneMode.Fleet, instances);

    private static Func<Measurement, Measurement> Resident(long mebibytes) => row => row with { PeakResidentBytes = mebibytes * Mebibyte };

    private static AxisTable Table(SyntheticRun run) => new FleetAxis().Read(run.Input())!;
}
