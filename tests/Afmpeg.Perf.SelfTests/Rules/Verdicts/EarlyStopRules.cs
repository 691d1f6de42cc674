using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Verdicts;

public sealed class EarlyStopRules
{
    private const string Id = "transcode/screencast-360p/libx264-veryfast/wazero+Oz-shipped";
    private const int Many = 100;

    private static readonly double[] Steady = [214, 210, 218];

    [Theory]
    [InlineData(2, 5, true)]
    [InlineData(3, 5, true)]
    [InlineData(2, 4.9, false)]
    [InlineData(3, 4.9, false)]
    public void A_case_that_takes_many_times_its_limit_stops_early_if_its_runs_are_long(int rounds, double seconds, bool stops) =>
        IsDecided(Long(seconds, Steady[..rounds]), JudgeRules.AtMost(20)).Should().Be(stops);

    [Theory]
    [InlineData(2000, true)]
    [InlineData(400, true)]
    [InlineData(215, false)]
    [InlineData(150, false)]
    [InlineData(20, true)]
    public void A_limit_must_lie_far_from_three_rounds_on_either_side(double limit, bool stops) =>
        IsDecided(Long(10, Steady), JudgeRules.AtMost(limit)).Should().Be(stops);

    [Fact]
    public void One_near_limit_is_enough_to_go_on_but_one_that_no_round_informs_is_not()
    {
        IsDecided(Long(10, Steady), JudgeRules.AtMost(20), JudgeRules.AtMost(200)).Should().BeFalse();
        IsDecided(Long(10, Steady), JudgeRules.AtMost(20), JudgeRules.AtMost(1, Metric.PsnrDb)).Should().BeTrue();
    }

    [Fact]
    public void An_excess_must_hold_for_the_whole_family_and_a_pass_need_not()
    {
        Decided(Long(10, Steady), JudgeRules.AtMost(60), judgements: 1).Should().BeTrue();
        Decided(Long(10, Steady), JudgeRules.AtMost(60), judgements: 1_000_000).Should().BeFalse();
        Decided(Long(10, Steady), JudgeRules.AtMost(2000), judgements: 1_000_000).Should().BeTrue();
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(12, false)]
    public void Only_a_noise_floor_above_the_excess_hides_it(double noise, bool stops)
    {
        var floor = Reading<NoiseFloor>.Of(new NoiseFloor(new Estimate(1, 1 / (1 + noise), 1 + noise, 9, 0.95)));
        var decided = Judge.IsDecided(JudgeRules.Of(JudgeRules.AtMost(20)), Long(10, Steady), Many, floor);

        decided.Should().Be(stops, "214 is 10.7 times the limit");
    }

    [Fact]
    public void Rounds_that_lie_far_apart_and_a_case_without_an_interval_go_on()
    {
        var without = Long(10, Steady) with { NativeMultiple = Reading<Estimate>.Unavailable("native failed"), NativeRatios = [] };

        IsDecided(Long(10, 100, 214, 450), JudgeRules.AtMost(20)).Should().BeFalse();
        IsDecided(without, JudgeRules.AtMost(20)).Should().BeFalse();
        IsDecided(without).Should().BeFalse();
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(110, false)]
    public void A_limit_on_memory_must_be_clear_as_well(int mebibytes, bool stops)
    {
        var summary = Long(10, Steady) with { PeakResident = PseudoMedian.OfLogs([100 << 20, 101 << 20, 100 << 20]) };
        var memory = JudgeRules.AtMost(mebibytes << 20, Metric.PeakBytes);

        IsDecided(summary, JudgeRules.AtMost(20), memory).Should().Be(stops);
        IsDecided(summary, memory).Should().Be(stops, "no limit on a time judges it, and its multiple is known");
    }

    [Theory]
    [InlineData(new[] { 214.0, 210, 218 }, true)]
    [InlineData(new[] { 214.0, 210 }, false)]
    [InlineData(new[] { 214.0, 150, 300 }, false)]
    public void A_case_that_no_limit_judges_stops_after_three_rounds_that_agree(double[] ratios, bool stops)
    {
        IsDecided(Long(10, ratios)).Should().Be(stops);
        IsDecided(Long(1, ratios)).Should().BeFalse("its runs are short");
    }

    [Fact]
    public void Later_rounds_are_judged_as_before()
    {
        var seven = Long(10, [.. Enumerable.Repeat(214.0, 7)]);

        IsDecided(seven, JudgeRules.AtMost(213)).Should().BeTrue();
    }

    [Fact]
    public void An_early_excess_is_an_alarm_of_the_run()
    {
        var finding = Judge.Findings(JudgeRules.Of(JudgeRules.AtMost(20)), [Long(10, Steady)], JudgeRules.NoFloor)[0];
        var chance = FewRounds.ChanceAbove([.. Steady.Select(ratio => Math.Log(ratio))], Math.Log(20));

        (finding.Verdict, finding.Doubt).Should().Be((Verdict.Exceeded, Doubt.None));
        finding.Chance.Should().Be(5 * chance, "it is looked at twice more than a case with short runs");
        finding.Sentence.Should().Contain("over 3 paired rounds: even the lower end lies beyond");
    }

    private static CaseSummary Long(double seconds, params double[] ratios) => CaseSummaries.NotMeasured(Id, "not asked") with
    {
        Rounds = ratios.Length,
        ExecuteSeconds = [.. ratios.Select(_ => seconds)],
        NativeRatios = [.. ratios],
        NativeMultiple = PseudoMedian.OfLogs(ratios),
    };

    private static bool IsDecided(CaseSummary summary, params Limit[] limits) =>
        Judge.IsDecided(JudgeRules.Of(limits), summary, Many, JudgeRules.NoFloor);

    private static bool Decided(CaseSummary summary, Limit limit, int judgements) =>
        Judge.IsDecided(JudgeRules.Of(limit), summary, judgements, JudgeRules.NoFloor);
}
