using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.SelfTests.Rules.Verdicts;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Decisions;

/// <summary>What a decision asks of a tier: of a made one, and of the repository's own.</summary>
public sealed class DecisionCasesRules
{
    private static readonly Lazy<Declarations> Declared = new(() => Declarations.Load(TestSettings.Folders));

    [Fact]
    public void Only_a_shipped_case_its_guided_case_and_the_case_under_each_lever_are_asked()
    {
        var tier = DecisionRun.Whole().Input.Cases.Select(summary => summary.Case);

        Asked(tier, 8).Should().BeEquivalentTo(
            MatrixDesign.ShippedLane.Name, MatrixDesign.UncheckedLane.Name, DecisionRun.OtherBuild.Name, DecisionRun.OtherEngine.Name);
    }

    [Fact]
    public void Without_a_guided_case_the_levers_are_asked_on_the_shipped_case() =>
        Asked(DecisionRun.Whole().Input.Cases.Select(summary => summary.Case)
            .Where(benchmarkCase => benchmarkCase.Lane != MatrixDesign.UncheckedLane),
            8).Should().BeEquivalentTo(
            MatrixDesign.ShippedLane.Name, Lane.Wasm(MatrixDesign.ShippedEngine, MatrixDesign.DefaultBuild, StopCheck.Cancel).Name);

    [Fact]
    public void A_run_samples_a_case_by_the_limit_of_the_case_it_replaces_until_that_is_decided()
    {
        var cases = DecisionRun.Whole().Input.Cases;
        var thresholds = DecisionRun.Thresholds(8);
        var sampling = DecisionCases.ForSampling([.. cases.Select(summary => summary.Case)], thresholds, 2);

        foreach (var summary in cases)
        {
            var isAsked = Asked(cases.Select(one => one.Case), 8).Contains(summary.Case.Lane.Name);
            sampling.Limits.Count(limit => limit.Judges(summary.Case)).Should().Be(isAsked ? 1 : 0, summary.Case.Id);
        }

        // Three long rounds that are known roughly enough for a case that no limit judges.
        var guided = cases.Single(summary => summary.Case.Lane == MatrixDesign.UncheckedLane) with
        {
            Rounds = 3,
            ExecuteSeconds = [6, 6, 6],
            NativeRatios = [9.5, 10, 10.5],
            NativeMultiple = PseudoMedian.OfLogs([9.5, 10, 10.5]),
        };
        Judge.IsDecided(thresholds, guided, 100, JudgeRules.NoFloor).Should().BeTrue();
        Judge.IsDecided(sampling, guided, 100, JudgeRules.NoFloor).Should().BeFalse("10 is beyond 8, but not surely among 100");
    }

    [Theory]
    [InlineData(Tier.Quick)]
    [InlineData(Tier.Full)]
    public void Every_tier_measures_what_is_shipped_and_the_shipped_engine_with_the_default_build(Tier tier)
    {
        var asked = DecisionCases.Of(Declared.Value.Matrix.Select(tier, null), Declared.Value.Thresholds, Environment.ProcessorCount);

        asked.Where(benchmarkCase => MatrixDesign.IsShipped(benchmarkCase.Lane)).Should().NotBeEmpty("a tier without them decides nothing");
        asked.Should().Contain(benchmarkCase => benchmarkCase.Lane.Engine == MatrixDesign.ShippedEngine
            && benchmarkCase.Lane.Build == MatrixDesign.DefaultBuild);
        asked.Should().OnlyContain(benchmarkCase => Declared.Value.Matrix.IsIn(benchmarkCase, tier));
    }

    [Fact]
    public void The_full_tier_contains_every_lever_that_a_limit_can_judge()
    {
        var asked = DecisionCases.Of(Declared.Value.Matrix.Select(Tier.Full, null), Declared.Value.Thresholds, Environment.ProcessorCount);
        var scope = new LeverScope(asked, Environment.ProcessorCount);

        foreach (var lever in LeverCatalog.Levers.Where(lever => Environment.ProcessorCount > 1 || lever.Id is not ("fleet" or "segments")))
        {
            asked.Should().Contain(benchmarkCase => scope.Under(benchmarkCase, lever) != null, $"{lever.Id} is held against a limit "
                + "somewhere");
        }
    }

    private static string[] Asked(IEnumerable<BenchmarkCase> tier, double most) =>
        [.. DecisionCases.Of([.. tier], DecisionRun.Thresholds(most), 2).Select(benchmarkCase => benchmarkCase.Lane.Name)];
}
