using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Running;

/// <summary>Which run a folder holds once one has begun and ended in it.</summary>
public sealed class RunPreparationRules : IDisposable
{
    private static readonly RunPlan Plan = new([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromMinutes(1), RoundLimits.Default);
    private static readonly RunState Finished = RunState.Begin(7, "f", Tier.Quick, Plan, Samples.Conditions) with
    {
        TimeBreakdown = new(
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2))
    };
    private static readonly RunState Later = RunState.Begin(7, "g", Tier.Quick, Plan, Samples.Conditions);
    private static readonly RunSettings Settings =
        new() { Folders = TestSettings.Folders, Output = "report", Programs = "", Path = "" };
    private static readonly Lazy<Declarations> Declared = new(() => Declarations.Load(TestSettings.Folders));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    public void A_run_that_measured_nothing_leaves_the_finished_one_in_its_place(int native, int others)
    {
        Later.Write(folder.Path);

        var ending = FluentActions.Invoking(() => RunPreparation.KeepFinished(Finished, Report(native, others), folder.Path)).Should()
            .Throw<PerfException>().Which;

        (ending.Status, ending.Where).Should().Be((ExitStatus.Inconclusive, folder.Path));
        ending.Message.Should().Contain(Finished.Run).And.MatchRegex(@"took about \d+[sm] .*\(--budget\)");
        RunState.Read(folder.Path)!.Run.Should().Be(Finished.Run);
    }

    [Fact]
    public void A_run_with_a_native_multiple_or_without_a_finished_one_before_it_stays()
    {
        Later.Write(folder.Path);

        RunPreparation.KeepFinished(Finished, Report(2, 2), folder.Path);
        RunPreparation.KeepFinished(Finished with { TimeBreakdown = null }, Report(0, 0), folder.Path);
        RunPreparation.KeepFinished(null, Report(0, 0), folder.Path);

        RunState.Read(folder.Path)!.Run.Should().Be(Later.Run);
    }

    [Fact]
    public void A_run_whose_warm_up_went_wrong_stays_and_reports_it()
    {
        Later.Write(folder.Path);

        RunPreparation.KeepFinished(
            Finished, Report(0, 0, Samples.Row(Samples.Wasm, 0, 1) with { Warmup = true, Outcome = Outcome.TimedOut }), folder.Path);

        RunState.Read(folder.Path)!.Run.Should().Be(Later.Run);
    }

    [Fact]
    public void A_run_in_which_a_limit_is_exceeded_stays_and_reports_it()
    {
        Later.Write(folder.Path);
        var report = Report(0, 0);

        RunPreparation.KeepFinished(Finished, report with
        {
            Findings = [new CannedRun().Report().Findings[0] with { Verdict = Verdict.Exceeded }],
        }, folder.Path);

        RunState.Read(folder.Path)!.Run.Should().Be(Later.Run);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_run_that_is_interrupted_before_its_first_round_leaves_the_finished_one_in_its_place(int round, bool leaves)
    {
        Later.Write(folder.Path);
        using var log = MeasurementLog.Open(folder.File("measurements.jsonl"), Later.Run);

        FluentActions.Invoking(() => RunPreparation.Guard(MeasureAndStop, Finished, log, folder.Path)).Should()
            .Throw<OperationCanceledException>();

        RunState.Read(folder.Path)!.Run.Should().Be(leaves ? Finished.Run : Later.Run);

        // The noise pair comes first, then the warm-up, which is round 0.
        void MeasureAndStop()
        {
            log.Append(Samples.Row(Lane.Native, 1, 1) with { Run = Later.Run, Workload = NoisePair.Workload });
            log.Append(Samples.Row(Samples.Wasm, round, 1) with { Run = Later.Run });
            throw new OperationCanceledException();
        }
    }

    [Fact]
    public void A_run_without_a_finished_one_before_it_stays_where_it_was_interrupted()
    {
        Later.Write(folder.Path);
        using var log = MeasurementLog.Open(folder.File("measurements.jsonl"), Later.Run);

        foreach (var last in (RunState?[])[null, Finished with { TimeBreakdown = null }])
        {
            FluentActions.Invoking(() => RunPreparation.Guard(() => throw new OperationCanceledException(), last, log, folder.Path))
                .Should().Throw<OperationCanceledException>();
        }

        RunState.Read(folder.Path)!.Run.Should().Be(Later.Run);
    }

    [Fact]
    public void A_run_that_was_interrupted_after_its_rounds_goes_on_and_keeps_what_they_cost()
    {
        var interrupted = Finished with { LacksCounts = true, HostNoise = new HostNoise([], [new HostRemark("throttling", "none")]) };

        var state = Begin(interrupted, Settings with { Resume = ResumeMode.Required });

        (state.Run, state.LacksCounts).Should().Be((interrupted.Run, true));
        (state.TimeBreakdown, state.HostNoise).Should().Be((interrupted.TimeBreakdown, interrupted.HostNoise));
        Begin(Finished, Settings).TimeBreakdown.Should().BeNull("a finished run does not go on");
    }

    [Fact]
    public void A_run_of_another_tier_does_not_go_on()
    {
        var full = Settings with { Tier = Tier.Full };

        Begin(Later, Settings).Run.Should().Be(Later.Run);
        Begin(Later, full).Tier.Should().Be(Tier.Full);
        FluentActions.Invoking(() => Begin(Later, full with { Resume = ResumeMode.Required })).Should().Throw<PerfException>()
            .Which.Observed.Should().Contain("of the quick tier, unfinished");
    }

    [Fact]
    public void A_run_of_a_case_by_its_id_has_a_report_even_if_its_tier_has_no_case_of_these_lanes()
    {
        static CustomProgram Program(string name) => new(name, $"/{name}", "lgpl", [], Samples.Digest);
        var declared = Declarations.Load(TestSettings.Folders, kept: new CustomLanes(Program("native"), [Program("mine")], [], []));
        var named = declared.Matrix.Cases.First(benchmarkCase => benchmarkCase.Lane.Name == "wasmtime+mine");
        var plan = declared.Plan(Settings with { Filter = named.Id });
        var state = RunState.Begin(7, "f", Tier.Quick, plan, Samples.Conditions);

        declared.Matrix.Cases.Should().NotContain(benchmarkCase => declared.Matrix.IsIn(benchmarkCase, Tier.Quick));
        RecordedRun.Of(declared, state, [], []).Report.Cases.Should().HaveCount(plan.Cases.Length);
    }

    private static RunState Begin(RunState last, RunSettings settings) =>
        new RunPreparation(settings, Declared.Value, Plan).Begin(last, last.Fingerprint, Samples.Conditions, seen: []);

    // Native, and the other lanes, with so many rounds.
    private static RunReport Report(int native, int others, params Measurement[] more) => new CannedRun().Report() with
    {
        Findings = [],
        Cases = Summary.Of(
            Samples.Lanes.Select(Samples.Case),
            _ => null,
            Samples.Lanes.SelectMany(
                lane => Samples.Rows(lane, [.. Enumerable.Repeat(1.0, lane == Lane.Native ? native : others)])).Concat(more)),
    };
}
