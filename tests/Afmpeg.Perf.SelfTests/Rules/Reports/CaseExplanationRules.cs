using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class CaseExplanationRules
{
    private static readonly double[] Native = [1, 1.02, 0.99, 1.01, 0.98, 1.03, 1, 1.01, 0.99, 1, 1.02];

    [Fact]
    public void A_round_has_both_times_and_their_ratio()
    {
        var explained = Explain(Samples.Wasm, Rows(Lane.Native, [1, 2]), Rows(Samples.Wasm, [3, 5]));

        explained.Rounds.Select(round => (round.Round, round.Seconds, Number(round.NativeSeconds), Number(round.Ratio)))
            .Should().Equal((1, 3, 1, 3), (2, 5, 2, 2.5));
        explained.Values.Select(one => one.Value).Should().Equal(3, 2.5);
        explained.IsNative.Should().BeFalse();
    }

    [Fact]
    public void The_estimate_is_the_reports_and_the_last_look_agrees_with_it()
    {
        var explained = Explain(Samples.Wasm, Rows(Lane.Native, Native[..10]),
            Rows(Samples.Wasm, [.. Native[..10].Select((time, index) => time * (3 + (0.01 * index)))]));

        explained.Estimate.Should().Be(explained.Summary.NativeMultiple);
        explained.Looks.Select(look => (look.Rounds, look.IsPlanned)).Should().Equal((7, true), (10, true));
        explained.Looks[^1].Estimate.Should().Be(explained.Estimate);
        explained.Looks.Select(look => look.Spent).Should().BeInAscendingOrder().And.OnlyContain(spent => spent > 0 && spent <= 0.05);
    }

    [Fact]
    public void The_factor_that_widens_an_interval_is_in_the_explanation()
    {
        double[] times = [.. Native[..7].Select((time, index) => time * (3 + (0.1 * (index % 3))))];
        Measurement[] native = Rows(Lane.Native, Native[..7]), module = Rows(Samples.Wasm, times);
        static Measurement[] SecondsApart(Measurement[] rows) => [.. rows
            .Select(row => row with { At = DateTimeOffset.UnixEpoch.AddSeconds(5 * row.Round) })];

        var (far, near) = (Explain(Samples.Wasm, native, module), Explain(Samples.Wasm, SecondsApart(native), SecondsApart(module)));

        far.InflationFactor.Should().BeApproximately(1, 1e-9);
        near.InflationFactor.Should().Be(near.Summary.NativeInflationFactor).And.BeGreaterThan(1.4);
        near.Looks[^1].Estimate.Should().Be(near.Estimate).And.NotBe(far.Estimate);
        Explain(Lane.Native, native, []).InflationFactor.Should().Be(RoundAutocorrelation.InflationOfTimes(7));
    }

    [Theory]
    [InlineData(3, 0, "")]
    [InlineData(3, 1, "1")]
    [InlineData(3, 6, "6")]
    [InlineData(3, 7, "7 planned")]
    [InlineData(3, 8, "7 planned, 8")]
    [InlineData(3, 11, "7 planned, 10 planned, 11")]
    [InlineData(30, 2, "2 planned")]
    [InlineData(30, 3, "2 planned, 3 planned")]
    [InlineData(30, 5, "2 planned, 3 planned, 5")]
    [InlineData(30, 7, "2 planned, 3 planned, 7 planned")]
    public void Looks_are_the_planned_ones_earlier_ones_for_long_runs_and_the_end_of_sampling(double seconds, int rounds, string expected)
    {
        var explained = Explain(
            Samples.Wasm, Rows(Lane.Native, Native[..rounds]), Rows(Samples.Wasm, [.. Native[..rounds].Select(time => seconds * time)]));

        string.Join(", ", explained.Looks.Select(look => $"{look.Rounds}{(look.IsPlanned ? " planned" : "")}")).Should().Be(expected);
        explained.Looks.All(look => look.Estimate.Reason is null == look.Rounds >= 2).Should().BeTrue("one round supports no interval");
        explained.Looks.Select(look => look.Spent).Should().BeInAscendingOrder();
        explained.Looks.Where(look => look.Rounds == 2).Select(look => look.Spent).Should().AllBeEquivalentTo(0.0005);
    }

    [Fact]
    public void A_round_without_native_says_so_and_does_not_count_in_the_estimate()
    {
        var explained = Explain(Samples.Wasm, Rows(Lane.Native, Native[..7]),
            Rows(Samples.Wasm, [.. Native[..8].Select(time => 3 * time)]));

        explained.Rounds.Should().HaveCount(8);
        explained.Rounds[^1].Ratio.Reason.Should().Be("native has no run that counts in this round");
        explained.Values.Should().HaveCount(7);
        explained.Looks.Should().ContainSingle().Which.Rounds.Should().Be(7);
    }

    [Fact]
    public void Native_itself_is_explained_by_its_times()
    {
        var explained = Explain(Lane.Native, Rows(Lane.Native, Native[..7]), []);

        explained.IsNative.Should().BeTrue();
        explained.Values.Select(one => one.Value).Should().Equal(Native[..7]);
        Number(explained.Estimate).Value.Should().BeApproximately(1, 0.01);
        explained.Findings.Should().BeEmpty();
    }

    [Fact]
    public void An_outlier_is_marked_and_kept()
    {
        var explained = Explain(Samples.Wasm, Rows(Lane.Native, [1, 1, 1, 1, 1, 1, 1]),
            Rows(Samples.Wasm, [3, 3.05, 2.98, 3.02, 9, 3.08, 2.99]));

        explained.Rounds.Where(round => round.IsOutlying).Select(round => round.Round).Should().Equal(5);
        explained.Values.Should().HaveCount(7);
    }

    [Fact]
    public void A_case_that_failed_or_was_not_measured_shows_its_reason_and_no_round()
    {
        var report = new CannedRun().Report();
        foreach (var lane in (Lane[])[CannedRun.Failed, CannedRun.NotMeasured])
        {
            var id = report.Cases.Single(summary => summary.Case.Lane == lane).Case.Id;

            var explained = CaseExplanation.Of(report, [], id);

            (explained.Rounds.Length, explained.Looks.Length).Should().Be((0, 0));
            explained.Estimate.Reason.Should().NotBeNullOrEmpty();
            explained.Findings.Should().HaveCount(2)
                .And.OnlyContain(finding => finding.Verdict == Verdict.NotMeasured || finding.Verdict == Verdict.Inconclusive);
        }
    }

    [Fact]
    public void A_run_that_was_interrupted_is_not_blamed_on_its_budget()
    {
        var run = ReplayedRun.AsMeasured;
        var interrupted = run
            with
        { State = run.State with { TimeBreakdown = null }, Rows = [.. run.Rows.Where(row => row.Case != ReplayedRun.Case)] };

        CaseExplanation.Of(run.Report(), run.Rows, ReplayedRun.Case).IsFinished.Should().BeTrue();
        var explained = CaseExplanation.Of(interrupted.Report(), interrupted.Rows, ReplayedRun.Case);

        explained.IsFinished.Should().BeFalse();
        explained.Estimate.Reason.Should().Be("the run was interrupted before its first round");
    }

    [Theory]
    [InlineData("transcode/screencast-360p/libx264-veryfast/natve", "the nearest is transcode/screencast-360p/libx264-veryfast/native")]
    [InlineData("", "the nearest is")]
    [InlineData(CannedRun.HostileText, "the nearest is")]
    public void A_case_missing_from_the_run_is_refused_with_the_nearest_one(string id, string expected)
    {
        var explain = () => CaseExplanation.Of(new CannedRun().Report(), [], id);

        explain.Should().Throw<PerfException>().Where(fault => fault.Status == ExitStatus.BadUsage).And.Observed.Should().Contain(expected);
    }

    [Fact]
    public void A_run_without_cases_has_no_nearest_one()
    {
        var explain = () => CaseExplanation.Of(new CannedRun().Report() with { Cases = [] }, [], "any");

        explain.Should().Throw<PerfException>().And.Observed.Should().Be("'any'");
    }

    [Fact]
    public void A_case_of_the_committed_report_is_explained_with_the_reports_numbers()
    {
        var run = ReplayedRun.AsMeasured;
        var report = run.Report();

        var explained = CaseExplanation.Of(report, run.Rows, ReplayedRun.Case);

        explained.Values.Select(one => one.Value).Should().Equal(explained.Summary.NativeRatios);
        explained.Looks[^1].Estimate.Should().Be(explained.Estimate);
        explained.Findings.Should().NotBeEmpty().And.OnlyContain(finding => finding.Sentence.Length > 0);
    }

    private static T Number<T>(Reading<T> reading) =>
        reading.TryGet(out var number) ? number : throw new InvalidOperationException(reading.Reason);

    private static Measurement[] Rows(Lane lane, double[] seconds) => [.. Samples.Rows(lane, seconds)];

    private static CaseExplanation Explain(Lane lane, Measurement[] native, Measurement[] module)
    {
        ImmutableArray<Measurement> rows = [.. native, .. Samples.Rows(Lane.NativePortable, 2), .. module];
        var report = new CannedRun().Report();
        return CaseExplanation.Of(
            report with
            {
                Cases = Summary.Of(Samples.Lanes.Select(Samples.Case), _ => null, rows),
                Findings = []
            }, rows, Samples.Case(lane).Id);
    }
}
