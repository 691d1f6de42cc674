using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Verdicts;

/// <summary>Why a limit is not settled although there is a reading, and what is said of it.</summary>
public sealed class DoubtRules
{
    private const string Job = "transcode/screencast-360p/libx264-veryfast";
    private const string Id = $"{Job}/wazero+Oz";

    private static readonly CaseSummary Clear = CaseSummaries.Measured(Id, 9, 9.5, 10);
    private static readonly CaseSummary Barely = CaseSummaries.Measured(Id, 8.01, 8.5, 9);
    private static readonly CaseSummary Straddling = CaseSummaries.Measured(Id, 7, 8, 9);

    [Fact]
    public void A_clear_excess_is_exceeded_and_one_that_chance_causes_too_often_raises_no_alarm()
    {
        var (clear, barely) = (Find(JudgeRules.AtMost(8), Clear), Find(JudgeRules.AtMost(8), Barely));

        (clear.Verdict, clear.Doubt).Should().Be((Verdict.Exceeded, Doubt.None));
        clear.Chance.Should().BeInRange(1e-6, FamilyWiseError.Level);
        (barely.Verdict, barely.Doubt).Should().Be((Verdict.Inconclusive, Doubt.AmongMany));
        barely.Sentence.Should().Contain(Figures.Of(barely.Chance)).And.Contain($"{FamilyWiseError.Level}");
    }

    [Fact]
    public void With_more_limits_in_a_run_an_alarm_needs_more_evidence_and_a_pass_does_not()
    {
        var passing = CaseSummaries.Measured(Id, 7.9, 7.95, 7.99);
        CaseSummary[] others = [.. Enumerable.Range(1, 300).Select(number => CaseSummaries.Measured($"{Job}-{number}/wazero+Oz", 7, 8, 9))];

        Judge.Findings(JudgeRules.Of(JudgeRules.AtMost(8)), [Clear, .. others], JudgeRules.NoFloor)[0].Doubt.Should().Be(Doubt.AmongMany);
        Judge.Findings(JudgeRules.Of(JudgeRules.AtMost(8)), [passing, .. others], JudgeRules.NoFloor)[0].Verdict.Should()
            .Be(Verdict.Within);
    }

    [Theory]
    [InlineData(9, 10, 0.2)]
    [InlineData(7, 7.5, 0.2)]
    public void A_reading_nearer_to_its_limit_than_the_hosts_noise_is_in_doubt_on_either_side(double low, double high, double fraction)
    {
        var finding = Find(JudgeRules.AtMost(8), CaseSummaries.Measured(Id, low, Math.Sqrt(low * high), high), fraction);

        (finding.Verdict, finding.Doubt).Should().Be((Verdict.Inconclusive, Doubt.WithinNoise));
        finding.Sentence.Should().Contain("(20.0 %)");
    }

    [Fact]
    public void Noise_hides_neither_a_reading_further_from_its_limit_nor_a_straddled_limit()
    {
        Find(JudgeRules.AtMost(8), Clear, 0.1).Verdict.Should().Be(Verdict.Exceeded);
        Find(JudgeRules.AtMost(12), Clear, 0.1).Verdict.Should().Be(Verdict.Within);
        Find(JudgeRules.AtMost(8), Straddling, 0.5).Doubt.Should().Be(Doubt.Straddles);
    }

    [Fact]
    public void Noise_in_times_casts_no_doubt_on_bytes()
    {
        var finding = Find(JudgeRules.AtMost(100 << 20, Metric.PeakBytes), Clear, 0.5);

        (finding.Verdict, finding.Doubt, finding.Chance).Should().Be((Verdict.Within, Doubt.None, 0));
    }

    [Fact]
    public void A_case_beyond_its_limit_goes_on_until_the_family_is_convinced_however_narrow_it_is()
    {
        var narrow = CaseSummaries.Measured(Id, 8.01, 8.05, 8.4);
        var thresholds = JudgeRules.Of(JudgeRules.AtMost(8));

        Judge.IsDecided(thresholds, narrow, 1, JudgeRules.NoFloor)
            .Should().BeFalse("its half-width of 2.4 % is no use as long as it raises no alarm");
        Judge.IsDecided(thresholds, Clear, 1, JudgeRules.NoFloor).Should().BeTrue();
        Judge.IsDecided(thresholds, Clear, 1000, JudgeRules.NoFloor).Should().BeFalse();
    }

    [Theory]
    [InlineData(7.8, 8.2, true)]
    [InlineData(7.7, 8.3, false)]
    public void A_straddled_limit_is_settled_once_the_value_is_known_well_enough(double low, double high, bool decided) =>
        Judge.IsDecided(JudgeRules.Of(JudgeRules.AtMost(8)), CaseSummaries.Measured(Id, low, 8, high), 1, JudgeRules.NoFloor).Should()
            .Be(decided);

    [Theory]
    [InlineData(9, 9.5, 10, 0.1, true)]
    [InlineData(9, 9.5, 10, 0.2, false)]
    [InlineData(6, 6.5, 7, 0.2, true)]
    [InlineData(6, 6.5, 7, 0.3, false)]
    [InlineData(7.8, 8, 8.2, 0.3, true)]
    public void A_case_that_the_hosts_noise_hides_is_not_decided(double low, double value, double high, double noise, bool decided)
    {
        Judge.IsDecided(JudgeRules.Of(JudgeRules.AtMost(8)), CaseSummaries.Measured(Id, low, value, high), 1, Floor(noise)).Should()
            .Be(decided, "more rounds of the pair may lower the floor; a value that is as good as at the limit stays there");
    }

    private static Reading<NoiseFloor> Floor(double fraction) =>
        Reading<NoiseFloor>.Of(new NoiseFloor(new Estimate(1, 1, 1 + fraction, 7, 0.97)));

    private static Finding Find(Limit limit, CaseSummary summary, double? noise = null)
    {
        var floor = noise is { } fraction ? Floor(fraction) : JudgeRules.NoFloor;
        return Judge.Findings(JudgeRules.Of(limit), [summary], floor).Should().ContainSingle().Subject;
    }
}
