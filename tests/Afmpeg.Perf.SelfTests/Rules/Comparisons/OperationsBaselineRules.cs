using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Comparisons;

/// <summary>The committed baseline of operations and the matrix name the same counts.</summary>
public sealed class OperationsBaselineRules
{
    private static readonly CaseMatrix Matrix = Declarations.Load(TestSettings.Folders, cores: 2).Matrix;
    private static readonly string[] Held = [.. OperationsFile.Load(TestSettings.Folders.OperationsBaseline)!.Counts
        .Select(count => count.Key)];

    [Fact]
    public void Every_count_of_the_quick_tier_has_its_baseline() =>
        Keys(Matrix.Select(Tier.Quick, null)).Should().BeSubsetOf(Held, "a count without one is skipped; record it: "
            + $"{TestSettings.Record}");

    [Fact]
    public void No_count_is_for_a_job_or_build_that_left_the_matrix() => Held.Should().BeSubsetOf(Keys(Matrix.Cases), "delete its line");

    private static IEnumerable<string> Keys(IEnumerable<BenchmarkCase> cases) =>
        OperationCounter.Cases([.. cases])
            .Select(benchmarkCase => $"{benchmarkCase.Job.Id}/{benchmarkCase.Job.Setting.Flavour}+{benchmarkCase.Lane.Build}");
}
