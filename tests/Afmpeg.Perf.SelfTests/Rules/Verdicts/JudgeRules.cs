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
    [InlineData(7, 8, Verdict.Within, Verdict.Inconclusive)]
    [InlineData(8, 8, Verdict.Within, Verdict.Within)]
    [InlineData(7, 8.01, Verdict.Inconclusive, Verdict.Inconclusive)]
    [InlineData(8, 9, Verdict.Inconclusive, Verdict.Within)]
    [InlineData(8.01, 8.02, Verdict.Exceeded, Verdict.Within)]
    [InlineData(7.98, 7.99, Verdict.Within, Verdict.Exceeded)]
    public void A_limit_is_exceeded_only_if_the_whole_interval_lies_beyond_it(double low, double high, Verdict atMost, Verdict atLeast)
    {
        var summary = CaseSummaries.Measured(Id, low, (low + high) / 2, high);

        One(AtMost(8), summary).Verdict.Should().Be(atMost);
        One(AtLeast(8), summary).Verdict.Should().Be(atLeast);
    }

    [Fact]
    public void A_case_without_a_reading_says_why()
    {
        var absent = One(AtMost(8), CaseSummaries.NotMeasured(Id, "wazero is not on PATH"));
        (absent.Verdict, absent.Observed.Reason).Should().Be((Verdict.NotMeasured, "wazero is not on PATH"));
        absent.Sentence.Should().Contain("wazero is not on PATH");

        var few = One(AtMost(8), CaseSummaries.NotMeasured(Id, "too few rounds") with { Rounds = 3 });
        few.Verdict.Should().Be(Verdict.Inconclusive);
        few.Sentence.Should().Contain("after 3 rounds: too few rounds");

        var failed = One(AtMost(8), CaseSummaries.Measured(Id, 1, 2, 3) with { Failure = "round 2: exit status 1" });
        (failed.Verdict, failed.Observed.Reason).Should().Be((Verdict.NotMeasured, "round 2: exit status 1"));
    }

    [Fact]
    public void Bytes_and_psnr_are_judged_exactly()
    {
        var measured = CaseSummaries.Measured(Id, 1, 2, 3) with { Quality = Reading<PictureQuality>.Of(new PictureQuality(43, 0.98, 41)) };

        One(AtMost(104_857_600, Metric.PeakBytes), measured).Verdict.Should().Be(Verdict.Within);
        One(AtMost(104_857_599, Metric.PeakBytes), measured).Verdict.Should().Be(Verdict.Exceeded);
        One(AtLeast(43) with { Metric = Metric.PsnrDb }, measured).Verdict.Should().Be(Verdict.Within);
        One(AtLeast(43.01) with { Metric = Metric.PsnrDb }, measured).Verdict.Should().Be(Verdict.Exceeded);
    }

    [Fact]
    public void An_outputs_size_is_compared_with_natives()
    {
        var native = CaseSummaries.Measured($"{Job}/native", 1, 1, 1) with { OutputSize = Reading<ByteCount>.Of(new ByteCount(800)) };

        var findings = Judge.Findings(Of(AtMost(1.2, Metric.OutputRatio)), [native, CaseSummaries.Measured(Id, 1, 2, 3)], NoFloor);

        var finding = findings.Should().ContainSingle().Subject;
        finding.Observed.Show(estimate => $"{estimate.Value}", absent => absent).Should().Be("1.25");
        finding.Verdict.Should().Be(Verdict.Exceeded);
        One(AtMost(1.2, Metric.OutputRatio), CaseSummaries.Measured(Id, 1, 2, 3)).Observed.Reason.Should()
            .Contain("native's output is not there");
    }

    [Fact]
    public void A_limit_judges_only_the_cases_that_its_pattern_matches()
    {
        var findings = Judge.Findings(Of(AtMost(8)),
            [CaseSummaries.Measured($"{Job}/native", 1, 1, 1), CaseSummaries.Measured(Id, 1, 2, 3)], NoFloor);

        findings.Select(finding => finding.Case.Case.Id).Should().Equal(Id);
    }

    [Theory]
    [InlineData("wazero+ffmpeg9-Oz")]
    [InlineData("ffmpeg.wasm+any")]
    public void No_limit_judges_an_FFmpeg_other_than_the_suites(string lane)
    {
        var beside = CaseSummaries.Measured($"{Job}/{lane}", 99, 100, 101);
        beside = lane.StartsWith("ffmpeg.wasm", StringComparison.Ordinal)
            ? beside with { Case = beside.Case with { Lane = Lane.FfmpegWasm } } : beside;

        Judge.Findings(Of(AtMost(8)), [beside], NoFloor).Should().BeEmpty();
        Judge.IsDecided(Of(AtMost(8)), beside, 1, NoFloor).Should().BeTrue();
    }

    [Theory]
    [InlineData(7, 8, true)]
    [InlineData(9, 10, true)]
    [InlineData(7, 9, false)]
    public void A_case_is_decided_once_its_interval_lies_on_one_side(double low, double high, bool decided) =>
        Judge.IsDecided(Of(AtMost(8), AtMost(1, Metric.PsnrDb)), CaseSummaries.Measured(Id, low, 8, high), 1, NoFloor).Should().Be(decided);

    [Fact]
    public void A_case_without_an_interval_is_not_decided_and_one_that_no_limit_judges_is()
    {
        Judge.IsDecided(Of(AtMost(8)), CaseSummaries.NotMeasured(Id, "too few rounds") with { Rounds = 2 }, 1, NoFloor).Should().BeFalse();
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
        new(new RecordedDecision("R-AF-12", DecisionOutcome.Undecided, null, "Too little is measured.", new DateOnly(2026, 11, 22)), [],
            [.. limits]);

    private static Limit AtLeast(double least) => AtMost(0) with { AtMost = null, AtLeast = least };

    internal static Reading<NoiseFloor> NoFloor { get; } = Reading<NoiseFloor>.Unavailable("no lane was measured against itself");

    private static Finding One(Limit limit, CaseSummary summary) => Judge.Findings(Of(limit), [summary], NoFloor).Should()
        .ContainSingle().Subject;
}
