using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Matrix;

/// <summary>How cases are divided over machines.</summary>
public sealed class ShardDivisionRules
{
    private static readonly CaseCosts Costs =
        new(new Dictionary<string, decimal> { ["a/x/e/native"] = 9, ["a/y/e/native"] = 3, ["a/y/e/wasmtime+O3"] = 5, ["b/z/e/@"] = 7 });

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(50)]
    public void Every_case_is_in_one_shard_and_a_job_is_never_split(int shards)
    {
        var division = ShardDivision.Of(ReplayedShards.Cases, shards, CaseCosts.Recorded);

        division.Should().HaveCount(shards);
        division.SelectMany(part => part).Select(benchmarkCase => benchmarkCase.Id).Should()
            .BeEquivalentTo(ReplayedShards.Cases.Select(benchmarkCase => benchmarkCase.Id));
        division.SelectMany(part => part.Select(benchmarkCase => benchmarkCase.Job.Id).Distinct()).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Without_cases_every_shard_is_empty() =>
        ShardDivision.Of([], 3, CaseCosts.Recorded).Should().HaveCount(3).And.OnlyContain(part => part.IsEmpty);

    [Fact]
    public void Four_shards_cost_about_the_same()
    {
        var loads = ShardDivision.Of(ReplayedShards.Cases, 4, CaseCosts.Recorded)
            .Select(part => part.Select(benchmarkCase => CaseCosts.Key(benchmarkCase.Id)).Distinct().Sum(CaseCosts.Recorded.Of)).ToArray();

        (loads.Max() / loads.Average()).Should().BeLessThan(1.1m);
    }

    [Fact]
    public void The_order_of_the_cases_does_not_change_the_division()
    {
        static string[][] Ids(ImmutableArray<ImmutableArray<BenchmarkCase>> parts) =>
            [.. parts.Select(part => part.Select(benchmarkCase => benchmarkCase.Id).Order(StringComparer.Ordinal).ToArray())];
        var forth = ShardDivision.Of(ReplayedShards.Cases, 7, CaseCosts.Recorded);
        var back = ShardDivision.Of([.. ReplayedShards.Cases.Reverse()], 7, CaseCosts.Recorded);

        Ids(back).Should().BeEquivalentTo(Ids(forth), options => options.WithStrictOrdering());
    }

    [Fact]
    public void Machines_with_different_core_counts_divide_alike()
    {
        static ShardOfRun On(int cores)
        {
            var division = ShardDivision.Of(
                Declarations.Load(TestSettings.Folders, cores: cores).Matrix.Select(Tier.Full, null), 5, CaseCosts.Recorded);
            return new ShardOfRun(
                new Shard(1, 5), [.. division.Select(part => part.Select(benchmarkCase => benchmarkCase.Id).ToImmutableArray())]);
        }

        On(8).Selection().Should().Be(On(2).Selection());
    }

    [Theory]
    [InlineData("a/x/e/native", 9)]
    [InlineData("a/new/e/native", 9)]
    [InlineData("a/new/e/new", 5)]
    [InlineData("new/new/e/new", 7)]
    [InlineData("b/z/e/wasmtime+O3@fleet8", 7)]
    public void A_case_without_a_cost_gets_the_median_of_its_lane_else_of_its_workload_else_of_all(string id, int cost) =>
        Costs.Of(CaseCosts.Key(id)).Should().Be(cost);

    [Theory]
    [InlineData("1/1", true)]
    [InlineData("4/4", true)]
    [InlineData("0/4", false)]
    [InlineData("5/4", false)]
    [InlineData("-1/4", false)]
    [InlineData("1/0", false)]
    [InlineData("x", false)]
    [InlineData("", false)]
    [InlineData("1/2/3", false)]
    [InlineData("1/99999999999", false)]
    public void A_shard_is_a_number_out_of_a_total(string text, bool known) => Shard.TryParse(text, out _).Should().Be(known);
}
