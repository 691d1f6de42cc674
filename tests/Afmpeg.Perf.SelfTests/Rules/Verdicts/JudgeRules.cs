using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Verdicts;

public sealed class JudgeRules
{
    private const string Job = "transcode/screencast-360p/libx264-veryfast";
    private const string Id = $"{Job}/wazero+Oz-shipped";

    [Theory]
    [InlineData(7, 8, Verdict.Within)]
    [InlineData(8, 8, Verdict.Within)]
    [InlineData(7, 8.01, Verdict.Inconclusive)]
    [InlineData(8, 9, Verdict.Inconclusive)]
    [InlineData(8.01, 8.02, Verdict.Exceeded)]
    public void At_most_is_exceeded_only_when_the_whole_interval_lies_above(double low, double high, Verdict verdict)
    {
        One(AtMost(8), CaseSummaries.Measured(Id, low, (low + high) / 2, high)).Verdict.Should().Be(verdict);
    }

    [Theory]
    [InlineData(8, 9, Verdict.Within)]
    [InlineData(7.99, 9, Verdict.Inconclusive)]
    [InlineData(7, 8, Verdict.Inconclusive)]
    [InlineData(7.98, 7.99, Verdict.Exceeded)]
    public void At_least_is_exceeded_only_when_the_whole_interval_lies_below(double low, double high, Verdict verdict)
    {
        One(AtLeast(8), CaseSummaries.Measured(Id, low, (low + high) / 2, high)).Verdict.Should().Be(verdict);
    }

    [Fact]
    public void A_case_without_a_reading_is_not_measured_and_says_why()
    {
        var finding = One(AtMost(8), CaseSummaries.NotMeasured(Id, "wazero is not on PATH"));

        finding.Verdict.Should().Be(Verdict.NotMeasured);
        finding.Sentence.Should().Contain("but it was not measured: wazero is not on PATH.");
    }

    [Fact]
    public void Too_few_rounds_are_inconclusive()
    {
        var finding = One(AtMost(8), CaseSummaries.NotMeasured(Id, "3 rounds support no 95 % interval") with { Rounds = 3 });

        finding.Verdict.Should().Be(Verdict.Inconclusive);
        finding.Sentence.Should().Contain("not settled after 3 rounds: 3 rounds support no 95 % interval.");
    }

    [Fact]
    public void A_failed_case_is_not_measured_whatever_it_read()
    {
        var finding = One(AtMost(8), CaseSummaries.Measured(Id, 1, 2, 3) with { Failure = "round 2: exit status 1" });

        finding.Verdict.Should().Be(Verdict.NotMeasured);
        finding.Observed.Reason.Should().Be("round 2: exit status 1");
    }

    [Theory]
    [InlineData(104_857_600, Verdict.Within)]
    [InlineData(104_857_599, Verdict.Exceeded)]
    public void Bytes_are_judged_exactly(double most, Verdict verdict)
    {
        One(AtMost(most, Metric.PeakBytes), CaseSummaries.Measured(Id, 1, 2, 3)).Verdict.Should().Be(verdict);
    }

    [Theory]
    [InlineData(43, Verdict.Within)]
    [InlineData(43.01, Verdict.Exceeded)]
    public void Psnr_is_judged_exactly(double least, Verdict verdict)
    {
        var measured = CaseSummaries.Measured(Id, 1, 2, 3) with { Quality = Reading<PictureQuality>.Of(new PictureQuality(43, 0.98, 41)) };

        One(AtLeast(least) with { Metric = Metric.PsnrDb, Unit = "dB" }, measured).Verdict.Should().Be(verdict);
    }

    [Fact]
    public void An_outputs_size_is_held_against_natives()
    {
        var native = CaseSummaries.Measured($"{Job}/native", 1, 1, 1) with { OutputSize = Reading<ByteCount>.Of(new ByteCount(800)) };

        var findings = Judge.Findings(Of(AtMost(1.2, Metric.OutputRatio)), [native, CaseSummaries.Measured(Id, 1, 2, 3)], NoFloor);

        var finding = findings.Should().ContainSingle().Subject;
        finding.Observed.Show(estimate => $"{estimate.Value}", absent => absent).Should().Be("1.25");
        finding.Verdict.Should().Be(Verdict.Exceeded);
    }

    [Fact]
    public void An_outputs_size_without_natives_is_not_measured()
    {
        One(AtMost(1.2, Metric.OutputRatio), CaseSummaries.Measured(Id, 1, 2, 3)).Observed.Reason.Should().Contain("native's output is not there");
    }

    [Theory]
    [InlineData(Metric.BdRatePercent)]
    [InlineData(Metric.ModuleBytes)]
    [InlineData(Metric.FleetEfficiency)]
    public void A_metric_that_nothing_measures_yet_says_so(Metric metric)
    {
        One(AtMost(8, metric), CaseSummaries.Measured(Id, 1, 2, 3)).Observed.Reason.Should().Be("no workload measures it yet");
    }

    [Fact]
    public void A_limit_judges_only_the_cases_that_its_pattern_fits()
    {
        var findings = Judge.Findings(Of(AtMost(8)), [CaseSummaries.Measured($"{Job}/native", 1, 1, 1), CaseSummaries.Measured(Id, 1, 2, 3)], NoFloor);

        findings.Select(finding => finding.Case.Case.Id).Should().Equal(Id);
    }

    [Theory]
    [InlineData("wazero+ffmpeg9-Oz")]
    [InlineData("ffmpeg.wasm+any")]
    public void Another_FFmpeg_beside_the_suites_is_judged_by_no_limit(string lane)
    {
        var beside = CaseSummaries.Measured($"{Job}/{lane}", 99, 100, 101);
        beside = lane.StartsWith("ffmpeg.wasm", StringComparison.Ordinal) ? beside with { Case = beside.Case with { Lane = Lane.FfmpegWasm } } : beside;

        Judge.Findings(Of(AtMost(8)), [beside], NoFloor).Should().BeEmpty();
        Judge.IsDecided(Of(AtMost(8)), beside, 1, NoFloor).Should().BeTrue();
    }

    [Theory]
    [InlineData(7, 8, true)]
    [InlineData(9, 10, true)]
    [InlineData(7, 9, false)]
    public void A_case_is_decided_once_its_interval_lies_on_one_side(double low, double high, bool decided)
    {
        Judge.IsDecided(Of(AtMost(8), AtMost(1, Metric.PsnrDb)), CaseSummaries.Measured(Id, low, 8, high), 1, NoFloor).Should().Be(decided);
    }

    [Fact]
    public void A_case_without_an_interval_is_not_decided()
    {
        Judge.IsDecided(Of(AtMost(8)), CaseSummaries.NotMeasured(Id, "too few rounds") with { Rounds = 2 }, 1, NoFloor).Should().BeFalse();
    }

    [Fact]
    public void A_case_that_no_limit_judges_is_decided()
    {
        Judge.IsDecided(Of(AtMost(8)), CaseSummaries.NotMeasured($"{Job}/native", "no round yet"), 1, NoFloor).Should().BeTrue();
    }

    internal static Limit AtMost(double most, Metric metric = Metric.NativeMultiple) => new(
        "export-multiple",
        new ConsumerProfile("export", "Exports.", "Somebody waits."),
        new Glob("*+*"),
        metric,
        most,
        AtLeast: null,
        MetricFacts.UnitOf(metric),
        "an export may take eight times native",
        LimitBasis.Assumed,
        "an agreement",
        "thresholds.json:31");

    internal static Thresholds Of(params Limit[] limits) =>
        new(new RecordedDecision("R-AF-12", DecisionOutcome.Undecided, null, "Too little is measured.", new DateOnly(2026, 11, 22)), [], [.. limits]);

    private static Limit AtLeast(double least) => AtMost(0) with { AtMost = null, AtLeast = least };

    internal static Reading<NoiseFloor> NoFloor { get; } = Reading<NoiseFloor>.Unavailable("no lane was measured against itself");

    private static Finding One(Limit limit, CaseSummary summary) => Judge.Findings(Of(limit), [summary], NoFloor).Should().ContainSingle().Subject;
}
