using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
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
