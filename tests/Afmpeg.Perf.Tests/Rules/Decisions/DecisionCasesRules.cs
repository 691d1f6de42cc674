using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Rules.Decisions;

/// <summary>What the repository's own limits ask of its own matrix.</summary>
public sealed class DecisionCasesRules
{
    private static readonly Declarations Declared = Declarations.Load(TestSettings.Folders);

    [Theory]
    [InlineData(Tier.Quick)]
    [InlineData(Tier.Full)]
    public void Every_tier_measures_what_is_shipped_and_what_another_build_makes_of_it(Tier tier)
    {
        var asked = DecisionCases.Of(Declared.Matrix.Select(tier, null), Declared.Thresholds, Environment.ProcessorCount);

        asked.Where(planned => MatrixDesign.IsShipped(planned.Lane)).Should().NotBeEmpty("a tier without them decides nothing");
        asked.Should().Contain(planned => planned.Lane.Engine == MatrixDesign.ShippedEngine && planned.Lane.Build == MatrixDesign.DefaultBuild);
        asked.Should().OnlyContain(planned => Declared.Matrix.IsIn(planned, tier));
    }

    [Fact]
    public void The_full_tier_holds_every_lever_that_a_limit_can_be_held_against()
    {
        var asked = DecisionCases.Of(Declared.Matrix.Select(Tier.Full, null), Declared.Thresholds, Environment.ProcessorCount);
        var scope = new LeverScope([.. Declared.Matrix.Cases.Select(planned => planned.Job).DistinctBy(job => job.Id)], Environment.ProcessorCount);

        foreach (var lever in LeverCatalog.All.Where(lever => lever.Id != "job-shape" && (Environment.ProcessorCount > 1 || lever.Id is not ("fleet" or "segments"))))
        {
            asked.Should().Contain(
                planned => MatrixDesign.IsShipped(planned.Lane) && lever.Apply(planned, scope) != null && asked.Any(other => other.Id == lever.Apply(planned, scope)!.Id),
                $"{lever.Id} is held against a limit somewhere");
        }
    }

    [Fact]
    public void Without_limits_nothing_is_asked() => DecisionCases.Of(Declared.Matrix.Select(Tier.Full, null), Declared.Thresholds with { Limits = [] }, Environment.ProcessorCount).Should().BeEmpty();
}
