using System.Collections.Immutable;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// What a decision is made of: each case of what upstream ships that a limit judges, what the adopted guidance makes of it, and what each
/// lever makes of that.
/// </summary>
public static class DecisionCases
{
    /// <summary>The cases that a decision asks of a tier.</summary>
    /// <param name="tier">The tier's cases.</param>
    /// <param name="thresholds">The limits, and the guidance that is adopted.</param>
    /// <param name="cores">Cores of the machine.</param>
    /// <returns>Those of the tier that decide; a case that the tier does not measure is not asked.</returns>
    public static ImmutableArray<BenchmarkCase> Of(ImmutableArray<BenchmarkCase> tier, Thresholds thresholds, int cores)
    {
        var scope = new LeverScope(tier, cores);
        var adopted = LeverCatalog.Adopted(thresholds.Guidance);
        var ids = tier.Where(benchmarkCase => MatrixDesign.IsShipped(benchmarkCase.Lane)
            && thresholds.Limits.Any(limit => limit.Judges(benchmarkCase)))
            .SelectMany(origin => Steps(origin, scope, adopted)).Select(benchmarkCase => benchmarkCase.Id).ToHashSet();
        return [.. tier.Where(benchmarkCase => ids.Contains(benchmarkCase.Id))];
    }

    private static IEnumerable<BenchmarkCase> Steps(BenchmarkCase origin, LeverScope scope, ImmutableArray<Lever> adopted)
    {
        var guided = scope.UnderEach(origin, adopted);
        return [origin, guided, .. LeverCatalog.Levers.Select(lever => scope.Under(guided, lever)).OfType<BenchmarkCase>()];
    }
}
