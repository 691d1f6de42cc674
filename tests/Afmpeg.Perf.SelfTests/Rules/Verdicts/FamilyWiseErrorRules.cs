using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Verdicts;

public sealed class FamilyWiseErrorRules
{
    private const string Job = "transcode/screencast-360p/libx264-veryfast";

    private static readonly CaseSummary Slow = CaseSummaries.Measured($"{Job}/wazero+Oz", 9, 9.5, 10);
    private static readonly CaseSummary Fast = CaseSummaries.Measured($"{Job}/wasmtime+Oz", 6, 6.5, 7);

    [Fact]
    public void A_run_makes_one_judgement_for_each_time_limit_and_each_case_it_matches()
    {
        var native = CaseSummaries.Measured($"{Job}/native", 1, 1, 1);
        var thresholds = JudgeRules.Of(JudgeRules.AtMost(8), JudgeRules.AtMost(9), JudgeRules.AtMost(100, Metric.PeakBytes));

        FamilyWiseError.Judgements(thresholds, [Slow.Case, Fast.Case, native.Case]).Should()
            .Be(4, "two limits on times fit two cases; memory is no time, native no module");
        FamilyWiseError.Judgements(thresholds, []).Should().Be(0);
    }

    [Fact]
    public void The_chance_of_a_case_is_that_of_its_rounds_times_the_looks()
    {
        var logs = Slow.NativeRatios.Select(Math.Log).ToArray();

        FamilyWiseError.Chance(JudgeRules.AtMost(8), Slow).Should()
            .Be(SignedRankLooks.Rounds.Count * MeanTest.ChanceAbove(logs, Math.Log(8)));
        FamilyWiseError.Chance(JudgeRules.AtMost(8) with { AtMost = null, AtLeast = 12 }, Slow).Should()
            .Be(SignedRankLooks.Rounds.Count * MeanTest.ChanceAbove([.. logs.Select(log => -log)], -Math.Log(12)));
        FamilyWiseError.Chance(JudgeRules.AtMost(8), Fast).Should().Be(1, "it lies on the other side");
        FamilyWiseError.Chance(JudgeRules.AtMost(8), CaseSummaries.NotMeasured(Slow.Case.Id, "no round")).Should().Be(1);
    }

    [Fact]
    public void Rounds_that_share_the_hosts_state_are_less_evidence()
    {
        var logs = Slow.NativeRatios.Select(Math.Log).ToArray();
        var factors = JudgeRules.AtMost(8) with { Metric = Metric.RealtimeFactor, AtMost = null, AtLeast = 2.2 };
        var ofTimes = MeanTest.ChanceAbove([.. Slow.RealtimeFactors.Select(factor => -Math.Log(factor))], -Math.Log(2.2),
            RoundAutocorrelation.InflationOfTimes(8));

        FamilyWiseError.Chance(JudgeRules.AtMost(8), Slow with { NativeInflationFactor = 1.5 }).Should()
            .Be(SignedRankLooks.Rounds.Count * MeanTest.ChanceAbove(logs, Math.Log(8), 1.5));
        FamilyWiseError.Chance(factors, Slow).Should().Be(SignedRankLooks.Rounds.Count * ofTimes);
    }

    [Fact]
    public void A_round_without_a_time_is_no_evidence()
    {
        var odd = Slow with { NativeRatios = [.. Slow.NativeRatios.Skip(1), 0] };

        FamilyWiseError.Chances([(JudgeRules.AtMost(8), odd), (JudgeRules.AtMost(8) with { AtMost = null, AtLeast = 12 }, odd)]).Should()
            .Equal(1, 1);
    }

    [Fact]
    public void Chances_are_adjusted_for_the_whole_run()
    {
        var limit = JudgeRules.AtMost(8);
        var alone = FamilyWiseError.Chance(limit, Slow);

        FamilyWiseError.Chances([(limit, Slow)]).Should().Equal(alone);
        FamilyWiseError.Chances([(limit, Fast), (limit, Slow), (limit, Fast)]).Should().Equal(1, 3 * alone, 1);
        FamilyWiseError.Chances([]).Should().BeEmpty();
    }
}
