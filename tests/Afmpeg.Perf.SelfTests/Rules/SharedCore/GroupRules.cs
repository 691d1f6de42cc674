using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.SharedCore;

/// <summary>What a run measures on a shared core, and when that ends.</summary>
public sealed class GroupRules : IDisposable
{
    private static readonly Lane Module = Lane.Wasm(MatrixDesign.OtherEngine, MatrixDesign.DefaultBuild);

    private readonly TemporaryFolder folder = new();
    private readonly List<WorkFolder> folders = [];

    public void Dispose()
    {
        folders.ForEach(work => work.Dispose());
        folder.Dispose();
    }

    [Fact]
    public void The_quick_tier_has_its_reference_job_and_the_full_tier_every_job_with_all_levers()
    {
        var quick = CoreGroup.Of(MeasuredRun.Suite.Select(Tier.Quick, null), Tier.Quick);
        var full = CoreGroup.Of(MeasuredRun.Suite.Select(Tier.Full, null), Tier.Full);

        quick.Should().ContainSingle().Which.Cases.Select(benchmarkCase => benchmarkCase.Lane.Name).Should().Equal(
            "native-portable", "native-1t", "wazero+O3-simd128-msa", "wasmtime+O3-simd128-msa");
        full.Should().HaveCountGreaterThan(1).And.OnlyContain(group => group.Cases[0].Lane == CoreGroup.Reference);
        full.SelectMany(group => group.Cases)
            .Should().NotContain(benchmarkCase => benchmarkCase.Lane.IsReferenceOnly, "each lane more makes every window longer");
    }

    [Fact]
    public void A_job_without_the_reference_or_without_a_module_has_no_group()
    {
        Group([Module, Lane.NativeOneThread]).Should().BeNull();
        Group([Lane.NativePortable, Lane.NativeOneThread, Lane.Native]).Should().BeNull();
        Group([Lane.NativePortable, Module, Lane.Wasm("wazero", "mine") with { CustomFlavour = "gpl", IsCustom = true }])!.Cases
            .Should().HaveCount(3);
    }

    [Theory]
    [InlineData(1, 270, 60)]
    [InlineData(1, 200, 50)]
    [InlineData(4, 2520, 240)]
    [InlineData(1, 179, 0)]
    [InlineData(0, 270, 0)]
    public void Groups_get_a_minute_each_but_no_more_than_a_quarter_of_the_budget(int groups, double budget, double expected) =>
        CoreGroup.TimeOf(groups, TimeSpan.FromSeconds(budget)).TotalSeconds.Should().Be(expected);

    [Theory]
    [InlineData(0.001, GroupSampler.Fewest)]
    [InlineData(0.2, GroupSampler.Most)]
    public void Windows_end_once_every_ratio_is_known_well_enough(double scatter, int expected)
    {
        Measure(scatter);

        File().Read("run").Should().HaveCount(expected).And.OnlyContain(window => window.Shares.Length == 2);
        CoreRatio.Of(File().Read("run"), Module.Name, "native-portable").Reason.Should().BeNull();
    }

    [Fact]
    public void Windows_of_a_run_that_was_killed_count()
    {
        Measure(0.001);
        Measure(0.001);

        File().Read("run").Should().HaveCount(GroupSampler.Fewest);
    }

    [Fact]
    public void Without_time_there_are_no_windows()
    {
        Measure(0.001, time: 0);

        File().Read("run").Should().BeEmpty();
    }

    [Fact]
    public void A_lane_that_fails_is_kept_with_its_reason_and_not_tried_again_while_the_others_go_on()
    {
        Measure(0.001, failure: "exit status 1", lanes: [Lane.NativePortable, Module, Lane.NativeOneThread]);
        Measure(0.001, failure: "exit status 1", lanes: [Lane.NativePortable, Module, Lane.NativeOneThread]);

        var windows = File().Read("run");
        windows.Where(window => window.FailedLane is not null).Should().ContainSingle().Which
            .Should().Match<CoreWindow>(failed => failed.FailedLane == Module.Name && failed.Failure == "exit status 1");
        windows.Count(window => window.Shares.Length == 2).Should().Be(GroupSampler.Fewest);
    }

    [Theory]
    [InlineData(0.006)]
    [InlineData(0.02)]
    [InlineData(0.05)]
    public void An_interval_contains_the_truth_wherever_the_windows_end(double scatter)
    {
        const int groups = 4000;
        var held = Enumerable.Range(0, groups).AsParallel().Count(group =>
        {
            var logs = Enumerable.Range(1, GroupSampler.Most)
                .Select(number => Math.Log(SeededNoise.Factor($"group {scatter} {group} {number}", scatter))).ToArray();
            var ended = Enumerable.Range(GroupSampler.Fewest, GroupSampler.Most - GroupSampler.Fewest + 1)
                .Select(count => logs[..count]).First(GroupSampler.IsKnown);
            return MeanInterval.Of(ended, MeanInterval.Reported).TryGet(out var ratio) && ratio.Low <= 0 && 0 <= ratio.High;
        });

        ((double)held / groups).Should().BeGreaterThanOrEqualTo(0.93);
    }

    private static CoreGroup? Group(ImmutableArray<Lane> lanes) =>
        CoreGroup.Of([.. lanes.Select(Samples.Case)], Tier.Quick).SingleOrDefault();

    private WindowFile File() => new(folder.Path);

    private void Measure(double scatter, double time = 60, string? failure = null, ImmutableArray<Lane>? lanes = null)
    {
        var group = Group(lanes ?? [Lane.NativePortable, Module])!;
        ImmutableArray<CoreLane> onCore =
        [
            .. group.Cases.Select(benchmarkCase =>
                new CoreLane(benchmarkCase.Lane.Name, benchmarkCase,
                    new ReplayLane(benchmarkCase.Lane, (_, run) => Reading(benchmarkCase.Lane, run)), NewFolder())),
        ];
        new GroupSampler(File(), () => new FixedCheck(), "run", "host") { WindowTime = TimeSpan.Zero }.Measure(group.Job, onCore,
            TimeSpan.FromSeconds(time), _ => { }, default);

        LaneReading Reading(Lane lane, int run) => failure is not null && lane == Module
            ? LaneReading.Failed(failure)
            : CannedWindows.Reading(SeededNoise.Factor($"{lane.Name} {run}", scatter));
    }

    private WorkFolder NewFolder()
    {
        folders.Add(WorkFolder.Create());
        return folders[^1];
    }
}
