using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules.Measurements;

public sealed class RoundOrderRules
{
    private static readonly BenchmarkCase[] Cases = [.. Samples.Lanes.Select(Samples.Case)];

    [Fact]
    public void The_same_seed_and_round_give_the_same_order_whatever_order_the_cases_come_in()
    {
        RoundOrder.Of(Cases.Reverse(), 4711, 3).Should().Equal(RoundOrder.Of(Cases, 4711, 3));
    }

    [Fact]
    public void Every_case_is_in_it_once()
    {
        RoundOrder.Of(Cases, 4711, 1).Should().BeEquivalentTo(Cases);
    }

    [Fact]
    public void Rounds_differ()
    {
        Orders(seed: 4711).Distinct().Should().HaveCountGreaterThan(6, "twelve rounds of four lanes share few of 24 orders");
    }

    [Fact]
    public void Seeds_differ()
    {
        Orders(seed: 1).Should().NotEqual(Orders(seed: 2));
    }

    [Fact]
    public void No_lane_keeps_a_place_of_its_own()
    {
        foreach (var planned in Cases)
        {
            Enumerable.Range(1, 100).Select(round => RoundOrder.Of(Cases, 4711, round).IndexOf(planned)).Distinct()
                .Should().HaveCount(Cases.Length, $"{planned} would otherwise always run after the same lane");
        }
    }

    [Fact]
    public void A_lane_that_leaves_does_not_change_the_order_of_the_others()
    {
        RoundOrder.Of(Cases.Skip(1), 4711, 5).Should().Equal(RoundOrder.Of(Cases, 4711, 5).Remove(Cases[0]));
    }

    private static string[] Orders(int seed) => [.. Enumerable.Range(1, 12).Select(round => string.Join(' ', RoundOrder.Of(Cases, seed, round)))];
}
