using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

/// <summary>The numbers on the first screen of a run without a lever: its nearest limits.</summary>
public sealed class KeyNumbersRules
{
    [Fact]
    public void The_most_exceeded_limit_comes_first_and_then_the_nearest_one()
    {
        var numbers = Of(Limit("far", 100), Limit("beyond", 2), Limit("near", 5));

        numbers.Select(number => number.Label).Should().Equal(
            "native multiple, at most 2 for export", "native multiple, at most 5 for export", "native multiple, at most 100 for export");
        numbers[0].Should().Be(new KeyNumber("4.30 [4.10, 4.50]", numbers[0].Label, $"exceeded; the worst of 1: {Id("beyond")}", Tone.Bad));
        numbers[1].Tone.Should().Be(Tone.Good);
    }

    [Fact]
    public void A_lower_bound_is_near_if_the_reading_is_just_above_it()
    {
        var lower = Limit("below", 4) with { AtMost = null, AtLeast = 4, Metric = Metric.RealtimeFactor };

        Of(Limit("above", 8), lower)[0].Label.Should().Be("realtime factor, at least 4 for export");
    }

    [Theory]
    [InlineData(Doubt.WithinNoise)]
    [InlineData(Doubt.AmongMany)]
    [InlineData(Doubt.Straddles)]
    public void An_inconclusive_limit_says_why(Doubt doubt)
    {
        var report = Report([Limit("near", 5)], _ => Reading<Estimate>.Of(CaseSummaries.Interval(4.1, 4.3, 4.5)));
        var doubtful = report
            with
        { Findings = [.. report.Findings.Select(finding => finding with { Verdict = Verdict.Inconclusive, Doubt = doubt })] };

        NumbersOf(doubtful).Single().Meaning.Should().StartWith($"inconclusive{Words.Of(doubt)}; the worst of 1: ");
        Words.Of(doubt).Should().StartWith(", ");
    }

    [Fact]
    public void At_most_three_are_shown() => Of(Limit("a", 5), Limit("b", 6), Limit("c", 7), Limit("d", 8)).Should().HaveCount(3);

    [Fact]
    public void A_number_that_two_limits_judge_appears_once() =>
        Of(Limit("same-near", 8), Limit("same-far", 32)).Should().ContainSingle().Which.Label.Should().Contain("at most 8");

    [Fact]
    public void A_limit_without_a_reading_has_no_number() =>
        NumbersOf(Report([Limit("absent", 8)], _ => Reading<Estimate>.Unavailable("nobody ran it"))).Should().BeEmpty();

    private static KeyNumber[] Of(params Limit[] limits) =>
        NumbersOf(Report([.. limits], _ => Reading<Estimate>.Of(CaseSummaries.Interval(4.1, 4.3, 4.5))));

    private static KeyNumber[] NumbersOf(RunReport report) =>
        [.. PageCatalog.Of(report).FirstScreen.OfType<KeyNumbers>().SelectMany(block => block.Numbers)];

    private static RunReport Report(ImmutableArray<Limit> limits, Func<Limit, Reading<Estimate>> observed) => new CannedRun().Report() with
    {
        Thresholds = CannedLimits.Thresholds with { Limits = limits },
        Findings =
        [
            .. limits.Select(limit => new Finding(
                limit,
                CaseSummaries.Measured(Id(limit.Id.Split('-')[0]), 4.1, 4.3, 4.5),
                observed(limit),
                limit.AtMost < 4 ? Verdict.Exceeded : Verdict.Within,
                Doubt.None,
                0,
                "Judged by hand.")),
        ],
    };

    private static string Id(string subject) => $"transcode/{subject}/libx264-veryfast/wasmtime+O3";

    private static Limit Limit(string id, double atMost) => CannedLimits.Multiple with { Id = id, AtMost = atMost };
}
