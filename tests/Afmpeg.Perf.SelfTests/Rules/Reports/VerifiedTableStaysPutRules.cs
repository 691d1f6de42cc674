using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

/// <summary>Noise does not change the verified table. A planted change does, and the failing test says which.</summary>
public sealed class VerifiedTableStaysPutRules
{
    private static readonly RunReport First = new CannedRun { Noise = 1 }.Report();
    private static readonly string Verified = VerifiedTable.Render(First);

    [Fact]
    public void Ten_runs_in_a_row_give_the_same_text()
    {
        var runs = Enumerable.Range(1, 10)
            .Select(noise => new CannedRun { Noise = noise, Slowdown = 1 + (0.1 * noise) }.Report()).ToArray();

        runs.Select(report => report.Cases.Single(summary => summary.Case.Lane == CannedRun.Measured).NativeMultiple
                .Show(one => one.ToString(), reason => reason))
            .Should().OnlyHaveUniqueItems("the runs themselves differ");
        runs.Select(report => VerifiedTable.Render(report, Verified)).Distinct().Should().Equal(Verified);
        Changes(First).Should().BeEmpty();
    }

    [Fact]
    public void Numbers_of_another_host_are_replaced_by_the_first_on_this_host()
    {
        var others = Verified.Replace(First.Host.Fingerprint, "ffffffffffff", StringComparison.Ordinal);
        var here = new CannedRun { Noise = 2, Slowdown = 1.3 }.Report();

        VerifiedChanges.Of(here, others, VerifiedTable.Render(here, others, takesHost: true))
            .Should().ContainMatch("*: the first on this host, in place of another's").And.NotContainMatch("*excludes the old one*");
    }

    [Fact]
    public void An_accepted_run_replaces_even_numbers_that_agree()
    {
        var again = new CannedRun { Noise = 2 }.Report();

        VerifiedTable.Render(again, Verified).Should().Be(Verified);
        var accepted = VerifiedTable.Render(again, Verified, takesHost: true);
        accepted.Should().NotBe(Verified).And.Be(VerifiedTable.Render(again));
        VerifiedChanges.Of(again, Verified, accepted).Should().NotBeEmpty()
            .And.OnlyContain(change => change.EndsWith(": the accepted run's number"));
    }

    [Fact]
    public void A_hundred_further_runs_change_it_at_most_once()
    {
        var texts = Enumerable.Range(100, 100).Select(noise => VerifiedTable.Render(new CannedRun { Noise = noise }.Report(), Verified));

        texts.Count(text => text != Verified).Should().BeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData(1.15)]
    [InlineData(1 / 1.15)]
    public void A_slow_down_or_a_gain_of_15_percent_changes_one_line(double factor)
    {
        var slower = new CannedRun { Noise = 2, ModuleSeconds = 4.3 * factor }.Report();

        var text = VerifiedTable.Render(slower, Verified);

        text.Split('\n').Except(Verified.Split('\n')).Should().ContainSingle().Which.Should().Contain("wasmtime+O3-simd128");
        Changes(slower).Should().ContainSingle().Which.Should()
            .Match("transcode/screencast-360p/libx264-veryfast/wasmtime+O3-simd128: 4.?? x native -> ?.?? x native, ?.?? [?.??, ?.??] over "
                + "8 rounds: even widened by 5.00 % the interval excludes the old one");
        VerifiedTable.Render(slower, text).Should().Be(text, "once accepted, it stays put again");
    }

    [Fact]
    public void A_job_that_native_finishes_in_less_than_50_milliseconds_keeps_its_number()
    {
        var slower = new CannedRun { Noise = 2, ModuleSeconds = 4.3 * 1.15 }.Report();
        var brief = Each(slower, summary => summary with { ExecuteSeconds = [.. summary.ExecuteSeconds.Select(seconds => seconds / 100)] });

        VerifiedTable.Render(slower, Verified).Should().NotBe(Verified);
        VerifiedTable.Render(brief, Verified).Should().Be(Verified);
    }

    [Theory]
    [InlineData(0.02, true)]
    [InlineData(0.20, false)]
    public void A_slow_down_changes_the_table_only_if_it_exceeds_the_noise_floor(double floor, bool changes)
    {
        var slower = new CannedRun { Noise = 2, ModuleSeconds = 4.3 * 1.15 }.Report() with
        {
            NoiseFloor = Reading<NoiseFloor>.Of(new NoiseFloor(new Estimate(1, 1, 1 + floor, 7, 0.97))),
        };

        (VerifiedTable.Render(slower, Verified) != Verified).Should().Be(changes);
    }

    [Theory]
    [InlineData(Verdict.Inconclusive)]
    [InlineData(Verdict.NotMeasured)]
    public void A_limit_that_could_not_be_judged_keeps_its_verdict(Verdict verdict)
    {
        var exceeded = Verified.Replace("export-multiple: not exceeded", "export-multiple: exceeded", StringComparison.Ordinal);
        var open = First with { Findings = [.. First.Findings.Select(finding => finding with { Verdict = verdict })] };

        VerifiedTable.Render(open, exceeded).Should().Be(exceeded);
        VerifiedTable.Render(open, Verified).Should().Be(Verified);
    }

    [Fact]
    public void A_limit_that_is_now_exceeded_is_a_change()
    {
        static Finding Exceed(Finding finding) =>
            finding.Limit == CannedLimits.Multiple ? finding with { Verdict = Verdict.Exceeded } : finding;
        var exceeded = First with { Findings = [.. First.Findings.Select(Exceed)] };

        Changes(exceeded).Should().HaveCount(2, "two lanes were judged").And.Contain(
            "transcode/screencast-360p/libx264-veryfast/wasmtime+O3-simd128: limit export-multiple: not exceeded -> exceeded");
    }

    [Fact]
    public void A_case_without_a_round_keeps_its_line()
    {
        static string[] Lines(string text) => [.. text.Split('\n').Where(line => line.StartsWith(' '))];
        var cut = Each(First, summary => CaseSummaries.NotMeasured(summary.Case.Id, "the budget ended before its first round"));

        Lines(VerifiedTable.Render(cut, Verified)).Should().Equal(Lines(Verified));
    }

    [Fact]
    public void A_fact_that_this_run_did_not_measure_stays()
    {
        var few = Each(First, summary => CaseSummaries.NotMeasured(summary.Case.Id, "the budget ended") with
        {
            Case = summary.Case,
            Failure = summary.Failure,
            Rounds = summary.Rounds,
        });

        VerifiedTable.Render(few, Verified).Should().Be(Verified);
    }

    [Fact]
    public void A_new_case_is_a_change()
    {
        var before = VerifiedTable.Render(new CannedRun { Noise = 1, Without = [CannedRun.FewRounds] }.Report());

        VerifiedChanges.Of(First, before, VerifiedTable.Render(First, before))
            .Should().ContainSingle().Which.Should().Contain("v8+O3-simd128: new, 90 frames");
    }

    [Fact]
    public void A_wrong_output_is_a_change() =>
        Changes(new CannedRun { Noise = 1, ModuleOutputBytes = 1, ModulePsnr = 30 }.Report()).Should().Contain(
    [
        "transcode/screencast-360p/libx264-veryfast/wasmtime+O3-simd128: 412345 bytes -> 1 byte, which noise cannot cause",
        "transcode/screencast-360p/libx264-veryfast/wasmtime+O3-simd128: 43.1 dB -> 30.0 dB, which noise cannot cause",
    ]);

    [Theory]
    [InlineData("90 frames", "91 frames", "native: 91 frames -> 90 frames")]
    [InlineData("4.", "3.", "x native -> 4.")]
    [InlineData("export-memory: exceeded", "export-memory: not exceeded", "limit export-memory: not exceeded -> exceeded")]
    [InlineData("export-memory", "export-memories", "limit export-memories: exceeded -> no longer judged")]
    [InlineData("FAILED", "90 frames", "wasmedge+Oz-shipped: FAILED: ")]
    [InlineData("Canned CPU", "Better CPU", "the host of the numbers: host 21ceead99d20: 2 cores (Better CPU)")]
    [InlineData("5820000 bytes", "6400000 bytes", "modules/gpl+O3-simd128: 6400000 bytes -> 5820000 bytes, more than 1 %: the module was ")]
    [InlineData("modules\n", "parts\n", "modules/gpl+O3-simd128: new, 5820000 bytes")]
    [InlineData("transcode/", "\ntranscode/", "in another order")]
    public void An_edited_table_is_noticed(string text, string edited, string expected)
    {
        var at = Verified.IndexOf(text, text == "4." ? Verified.IndexOf(" dB, equals portable; 4.", StringComparison.Ordinal) + 4 : 0,
            StringComparison.Ordinal);
        var changed = Verified[..at] + edited + Verified[(at + text.Length)..];

        var rendered = VerifiedTable.Render(First, changed);

        rendered.Should().NotBe(changed);
        VerifiedChanges.Of(First, changed, rendered).Should().ContainMatch($"*{expected}*");
    }

    [Fact]
    public void The_first_number_on_a_host_is_named_as_such()
    {
        var number = NumberOf(CannedRun.Measured);
        var none = Verified.Replace(number, "native multiple not measured", StringComparison.Ordinal);

        VerifiedChanges.Of(First, none, VerifiedTable.Render(First, none))
            .Should().ContainMatch("*native multiple not measured -> 4.* x native, *: the first on this host");
    }

    private static RunReport Each(RunReport report, Func<CaseSummary, CaseSummary> change) =>
        report with { Cases = [.. report.Cases.Select(change)] };

    private static string NumberOf(Lane lane) =>
        Verified.Split('\n').Single(line => line.StartsWith($"  {lane.Name} ", StringComparison.Ordinal)).Split("; ")[1];

    private static ImmutableArray<string> Changes(RunReport report) =>
        VerifiedChanges.Of(report, Verified, VerifiedTable.Render(report, Verified));
}
