using System.Text.Json;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Summaries;

public sealed class OutlyingRoundsRules
{
    private static readonly double[] Quiet = [1, 1.02, 0.99, 1.01, 0.98, 1.03, 1];

    [Fact]
    public void A_round_far_from_the_others_is_flagged_and_kept()
    {
        var summary =
            Of(Samples.Wasm, Rows(Lane.Native, [1, 1, 1, 1, 1, 1, 1]), Rows(Samples.Wasm, [3.01, 3.05, 2.98, 3.02, 9, 3.08, 2.99]));

        summary.OutlyingRounds.Should().Equal(5);
        summary.NativeMultiple.TryGet(out var multiple).Should().BeTrue();
        multiple!.Count.Should().Be(7, "it is flagged, and part of the estimate");
        multiple.High.Should().BeGreaterThan(5, "its average with the next largest is the interval's end");
    }

    [Fact]
    public void A_drift_that_native_shares_flags_only_native()
    {
        double[] drifting = [.. Quiet[..6], 5];

        Of(Samples.Wasm, Rows(Lane.Native, drifting),
            Rows(Samples.Wasm, [.. drifting.Select((time, index) => time * (3 + (0.01 * index)))])).OutlyingRounds.Should().BeEmpty();
        Of(Lane.Native, Rows(Lane.Native, drifting), []).OutlyingRounds.Should().Equal(7);
    }

    [Fact]
    public void A_slow_round_of_native_is_an_outlier_of_the_ratio_too()
    {
        Of(Samples.Wasm, Rows(Lane.Native, [.. Quiet[..6], 5]),
            Rows(Samples.Wasm, [.. Quiet.Select((time, index) => time * (3 + (0.01 * index)))])).OutlyingRounds.Should().Equal(7);
    }

    [Fact]
    public void Too_few_rounds_for_an_interval_flag_nothing()
    {
        Of(Lane.Native, Rows(Lane.Native, [1, 1.01, 0.99, 1, 50]), []).OutlyingRounds.Should().BeEmpty();
        Of(Lane.Native, Rows(Lane.Native, [1]), []).OutlyingRounds.Should().BeEmpty();
        Of(Lane.Native, [], []).OutlyingRounds.Should().BeEmpty();
    }

    [Fact]
    public void Rounding_is_not_an_outlier()
    {
        double[] times = [1, 1, 3, 1, 1, 1, 1];

        Of(Samples.Wasm, Rows(Lane.Native, times), Rows(Samples.Wasm, [.. times.Select(time => time * 1.35)])).OutlyingRounds.Should()
            .BeEmpty("3 x 1.35 / 3 is not 1.35 to the last bit");
    }

    [Fact]
    public void A_failed_case_flags_nothing()
    {
        Measurement[] rows = [.. Rows(Lane.Native, [1, 1.01, 0.99, 1, 1, 50, 1]),
            Samples.Row(Lane.Native, 8, 1) with { Outcome = Outcome.Failed, Reason = "wrong output" }];

        Of(Lane.Native, rows, []).OutlyingRounds.Should().BeEmpty();
    }

    [Fact]
    public void The_table_and_the_report_list_them()
    {
        var report = new CannedRun().Report();
        report = report with
        {
            Cases = [report.Cases[0] with { OutlyingRounds = [3, 7] }, report.Cases[1] with { OutlyingRounds = [5] },
            .. report.Cases.Skip(2)]
        };

        PerfTable.PerJob(report.Cases).Single().Footnotes.Should().ContainSingle(note => note.Mark == "outliers:")
            .Which.Reason.Should().EndWith("every estimate includes them: native in rounds 3, 7; native-1t in round 5");
        using var json = JsonDocument.Parse(JsonReport.Render(report));
        json.RootElement.GetProperty("cases")[0].GetProperty("outlyingRounds").EnumerateArray().Select(round => round.GetInt32()).Should()
            .Equal(3, 7);
        PerfTable.PerJob([report.Cases[3]]).Single().Footnotes.Should()
            .NotContain(note => note.Mark == "outliers:", "nothing is to be told");
    }

    private static Measurement[] Rows(Lane lane, double[] seconds) => [.. Samples.Rows(lane, seconds)];

    private static CaseSummary Of(Lane lane, Measurement[] native, Measurement[] module)
    {
        Measurement[] portable = [.. Samples.Rows(Lane.NativePortable, 2)];
        return Summary.Of(Samples.Lanes.Select(Samples.Case), _ => null, [.. native, .. portable, .. module])
            .Single(summary => summary.Case.Lane == lane);
    }
}
