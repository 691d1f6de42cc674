using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

public sealed class NearestLimitsRules
{
    [Fact]
    public void The_limit_that_is_furthest_beyond_comes_first_and_then_the_nearest()
    {
        var numbers = Of(Limit("far", 100), Limit("beyond", 2), Limit("near", 5));

        numbers.Select(number => number.Label).Should().Equal(
            "native multiple, at most 2 for export", "native multiple, at most 5 for export", "native multiple, at most 100 for export");
        numbers[0].Should().Be(new KeyNumber("4.30 [4.10, 4.50]", numbers[0].Label, $"exceeded; the worst of 1: {Id("beyond")}", Tone.Bad));
        numbers[1].Tone.Should().Be(Tone.Good);
    }

    [Fact]
    public void A_bound_from_below_is_near_where_the_reading_is_little_above_it()
    {
        var fromBelow = Limit("below", 4) with { AtMost = null, AtLeast = 4, Metric = Metric.RealtimeFactor };

        Of(Limit("above", 8), fromBelow)[0].Label.Should().Be("realtime factor, at least 4 for export");
    }

    [Theory]
    [InlineData(Doubt.WithinNoise, "inconclusive, nearer to the limit than this host's noise floor; the worst of 1: ")]
    [InlineData(Doubt.AmongMany, "inconclusive, not beyond chance among so many limits; the worst of 1: ")]
    [InlineData(Doubt.Straddles, "inconclusive, the interval straddles the limit; the worst of 1: ")]
    public void What_is_inconclusive_says_why(Doubt doubt, string said)
    {
        var report = Report([Limit("near", 5)], _ => Reading<Estimate>.Of(CaseSummaries.Interval(4.1, 4.3, 4.5)));
        var doubtful = report with { Findings = [.. report.Findings.Select(finding => finding with { Verdict = Verdict.Inconclusive, Doubt = doubt })] };

        PageCatalog.Of(doubtful).FirstScreen.OfType<KeyNumbers>().Single().Numbers.Single().Meaning.Should().StartWith(said);
    }

    [Fact]
    public void More_than_three_are_too_many() => Of(Limit("a", 5), Limit("b", 6), Limit("c", 7), Limit("d", 8)).Should().HaveCount(3);

    [Fact]
    public void A_number_that_two_limits_judge_is_told_once()
    {
        var twice = Of(Limit("same-near", 8), Limit("same-far", 32));

        twice.Should().ContainSingle().Which.Label.Should().Contain("at most 8");
    }

    [Fact]
    public void A_limit_without_a_reading_has_no_number()
    {
        var report = Report([Limit("absent", 8)], _ => Reading<Estimate>.Unavailable("nobody ran it"));

        PageCatalog.Of(report).FirstScreen.OfType<KeyNumbers>().Should().BeEmpty();
    }

    private static ImmutableArray<KeyNumber> Of(params Limit[] limits) =>
        PageCatalog.Of(Report([.. limits], _ => Reading<Estimate>.Of(CaseSummaries.Interval(4.1, 4.3, 4.5)))).FirstScreen.OfType<KeyNumbers>().Single().Numbers;

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
