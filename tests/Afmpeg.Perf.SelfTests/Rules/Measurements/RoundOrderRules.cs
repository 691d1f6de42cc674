using System.Globalization;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Measurements;

public sealed class RoundOrderRules
{
    private const int Seed = 4711;
    private static readonly BenchmarkCase[] Cases = Lanes(4);

    public static TheoryData<int> Counts => [.. Enumerable.Range(3, 10)];

    [Fact]
    public void The_same_seed_and_round_give_the_same_order_whatever_order_the_cases_come_in()
    {
        RoundOrder.Of(Cases.Reverse(), Cases, Seed, 3).Should().Equal(RoundOrder.Of(Cases, Cases.Reverse(), Seed, 3));
    }

    [Fact]
    public void An_order_is_the_same_as_in_earlier_versions()
    {
        string.Join(' ', RoundOrder.Of(Cases, Cases, Seed, 3).Select(benchmarkCase => benchmarkCase.Lane.Name)).Should()
            .Be("lane-1 lane-3 lane-2 lane-0", "a resumed run goes on in its order");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [MemberData(nameof(Counts))]
    public void Each_lane_has_each_place_once_in_as_many_rounds_as_there_are_lanes(int count)
    {
        var cases = Lanes(count);
        foreach (var first in new[] { 1, count + 1, (2 * count) + 1 })
        {
            var rounds = Rounds(cases, Seed, first, count);

            rounds.Should().OnlyContain(round => round.Distinct().Count() == count);
            cases.Should()
                .OnlyContain(benchmarkCase => rounds.Select(round => Array.IndexOf(round, benchmarkCase)).Distinct().Count() == count);
        }
    }

    [Theory]
    [InlineData(2)]
    [MemberData(nameof(Counts))]
    public void Over_the_whole_design_each_lane_follows_every_other_equally_often(int count)
    {
        var followers =
            Rounds(Lanes(count), Seed, 1, 2 * count).SelectMany(round => round.Zip(round.Skip(1))).CountBy(pair => pair).ToArray();

        followers.Should()
            .HaveCount(count * (count - 1), "every lane comes after every other one").And.OnlyContain(pair => pair.Value == 2);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void No_lane_always_follows_the_same_one_in_seven_rounds(int count)
    {
        foreach (var seed in Enumerable.Range(1, 50))
        {
            var predecessors = Rounds(Lanes(count), seed, 1, 7).SelectMany(round => round.Zip(round.Skip(1)))
                .ToLookup(pair => pair.Second, pair => pair.First);

            predecessors.Should().HaveCount(count).And.OnlyContain(of => of.Distinct().Count() > 1, $"seed {seed}");
        }
    }

    [Fact]
    public void Each_seed_and_each_job_has_its_own_order()
    {
        var other = Lanes(4, Samples.Job("other"));
        string[] orders = [.. Enumerable.Range(1, 20).Select(seed => Text(Rounds(Cases, seed, 1, 12))), Text(Rounds(other, 1, 1, 12))];

        orders.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_rows_of_a_design_come_in_a_different_order_each_time()
    {
        Enumerable.Range(0, 20).Select(cycle => Text(Rounds(Cases, Seed, 1 + (4 * cycle), 4))).Distinct().Should().HaveCountGreaterThan(5);
    }

    [Fact]
    public void A_lane_that_left_never_changes_the_order_of_the_others()
    {
        foreach (var round in Enumerable.Range(1, 12))
        {
            RoundOrder.Of(Cases, Cases.Skip(1), Seed, round).Should().Equal(RoundOrder.Of(Cases, Cases, Seed, round).Remove(Cases[0]));
        }
    }

    [Fact]
    public void Without_lanes_there_is_no_order()
    {
        RoundOrder.Of([], [], Seed, 1).Should().BeEmpty();
        RoundOrder.Of(Cases, [], Seed, 1).Should().BeEmpty("all have left");
    }

    private static BenchmarkCase[] Lanes(int count, Job? job = null) =>
        [.. Enumerable.Range(0, count).Select(number => new BenchmarkCase(
            job ?? Samples.Job(), new Lane(string.Create(CultureInfo.InvariantCulture, $"lane-{number}"), null, null)))];

    private static BenchmarkCase[][] Rounds(BenchmarkCase[] cases, int seed, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(round => RoundOrder.Of(cases, cases, seed, round).ToArray())];

    private static string Text(BenchmarkCase[][] rounds) =>
        string.Join('\n', rounds.Select(round => string.Join(' ', round.Select(benchmarkCase => benchmarkCase.Lane.Name))));
}
