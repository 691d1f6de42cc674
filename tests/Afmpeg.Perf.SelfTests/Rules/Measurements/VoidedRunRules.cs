using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Measurements;

/// <summary>A run during which the machine was suspended, or its clock set, counts for nothing, and the report says so.</summary>
public sealed class VoidedRunRules : IDisposable
{
    private static readonly BenchmarkCase Planned = Samples.Case(Samples.Wasm);

    private readonly SampledRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void It_is_written_with_its_reason_and_its_times()
    {
        run.Play(Samples.Wasm, Suspended(on: 1, Samples.Reading(4)));

        run.Measure(_ => true);

        var voided = Voided().Should().ContainSingle().Which;
        (voided.Outcome, voided.Reason, voided.ExecuteSeconds, voided.Round).Should()
            .Be((Outcome.Voided, "the machine was suspended for 31.0 s", 4, 1));
        (voided.Broke, voided.FramesDigest).Should().Be((false, null), "its output was not looked at");
    }

    [Fact]
    public void It_is_repeated_once_in_the_same_place_of_its_round()
    {
        run.Play(Samples.Wasm, Suspended(on: 1, Samples.Reading(4)));

        run.Measure(_ => true);

        var first = run.Rounds.Where(row => row.Round == 1).ToArray();
        first.Should().HaveCount(5);
        first.Where(row => row.Case == Samples.Case(Samples.Wasm).Id).Select(row => row.Outcome).Should().Equal(Outcome.Voided, Outcome.Ok);
        first.Select(row => row.Order).Distinct().Should().Equal(0, 1, 2, 3);
        run.RoundsOf(Samples.Wasm).Should().Be(3, "two rounds, one of them twice");
    }

    [Fact]
    public void A_warm_up_is_repeated_too()
    {
        run.Play(Samples.Wasm, Suspended(on: 0, Samples.Reading(4)));

        run.Measure(_ => true);

        run.Log.Rows.Where(row => row.Warmup && row.Lane == Samples.Wasm.Name).Select(row => row.Outcome).Should()
            .Equal(Outcome.Voided, Outcome.Ok);
    }

    [Fact]
    public void A_lane_voided_twice_is_left_out_of_its_round_and_gets_another_round()
    {
        run.Play(Samples.Wasm, number =>
        {
            run.Clocks.Suspend(number is 1 or 2 ? 31 : 0);
            return Samples.Reading(4);
        });

        run.Measure(summary => summary.Rounds >= 2);

        run.Rounds.Where(row => row.Lane == Samples.Wasm.Name).Select(row => (row.Round, row.Outcome)).Should().Equal(
            (1, Outcome.Voided), (1, Outcome.Voided), (2, Outcome.Ok), (3, Outcome.Ok));
    }

    [Fact]
    public void Its_place_is_filled_when_the_run_is_resumed()
    {
        run.Play(Samples.Wasm, number =>
        {
            run.Clocks.Suspend(number is 1 or 2 ? 31 : 0);
            return Samples.Reading(4);
        });
        run.Measure(_ => false);
        run.Reopen();

        run.Measure(_ => false);

        run.Rounds.Where(row => row.Lane == Samples.Wasm.Name && row.Outcome == Outcome.Ok).Select(row => row.Round).Should()
            .BeEquivalentTo([1, 2, 3, 4]);
        run.Rounds.Where(row => !row.IsVoided).Select(row => (row.Case, row.Round)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_voided_run_that_broke_fails_no_case()
    {
        run.Play(Samples.Wasm, number =>
        {
            run.Clocks.Suspend(number < 4 ? 31 : 0);
            return number < 4 ? LaneReading.PastLimit(TimeSpan.FromSeconds(30)) : Samples.Reading(4);
        });

        run.Measure(_ => false);

        Voided().Should().HaveCount(4).And.OnlyContain(
            row => !row.Broke && row.Reason == "the machine was suspended for 31.0 s (killed after its limit of 30 s)");
        var summary = Summarize([.. run.Log.Rows]);
        summary.Failure.Should().BeNull();
        summary.Rounds.Should().Be(3);
        summary.Incidents.Should().HaveCount(4).And.ContainInOrder(
            "a run was voided (warm-up): the machine was suspended for 31.0 s (killed after its limit of 30 s)",
            "a run was voided (round 1): the machine was suspended for 31.0 s (killed after its limit of 30 s)");
    }

    [Fact]
    public void It_does_not_count_in_any_estimate()
    {
        Measurement[] rows = [.. CaseMatrix.Baselines.Append(Samples.Wasm).SelectMany(lane => Samples.Rows(lane, 2, 2, 2, 2, 2, 2))];
        Measurement[] voided = [.. CaseMatrix.Baselines.Append(Samples.Wasm).Select(
            lane => Samples.Row(lane, 7, 1000) with { Outcome = Outcome.Voided, Reason = "why", CompileSeconds = 99,
                PeakResidentBytes = 9999, FramesDigest = "other" })];

        var summary = Summarize([.. rows, .. voided]);

        (summary with { Incidents = [] }).ShouldSayTheSameAs(Summarize(rows) with { Case = summary.Case });
        summary.Incidents.Should().Equal("a run was voided (round 7): why");
    }

    [Fact]
    public void A_case_with_no_other_run_says_why_it_has_no_reading()
    {
        var summary =
            Summarize(Samples.Row(Samples.Wasm, 1, 4) with { Outcome = Outcome.Voided, Reason = "the clock was set back by 9.0 s" });

        summary.Failure.Should().BeNull();
        summary.NativeMultiple.Reason.Should().Be("a run was voided (round 1): the clock was set back by 9.0 s");
    }

    [Fact]
    public void Each_try_is_announced()
    {
        run.Play(Samples.Wasm, Suspended(on: 1, Samples.Reading(4)));

        run.Measure(_ => true);

        run.Announced.Select(progress => progress.Case.Id).Should().Equal(run.Log.Rows.Select(row => row.Case));
        run.Announced.Should().OnlyContain(progress => progress.Finished < progress.Expected);
    }

    private static CaseSummary Summarize(params Measurement[] rows) => Summary.Of([Planned], _ => null, rows)[0];

    private Func<int, LaneReading> Suspended(int on, LaneReading reading) => number =>
    {
        run.Clocks.Pass(1).Suspend(number == on ? 31 : 0);
        return reading;
    };

    private IEnumerable<Measurement> Voided() => run.Log.Rows.Where(row => row.IsVoided);
}
