using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// What a decision is made of: each case of what upstream ships that a limit judges, what the adopted guidance makes of it, and what each
/// lever makes of that.
/// </summary>
public static class DecisionCases
{
    /// <summary>
    /// The cases of a tier that decide, on a machine with this many cores; a case that the tier does not measure is not asked.
    /// </summary>
    public static ImmutableArray<BenchmarkCase> Of(ImmutableArray<BenchmarkCase> tier, Thresholds thresholds, int cores)
    {
        var scope = new LeverScope(tier, cores);
        var adopted = LeverCatalog.Adopted(thresholds.Guidance);
        var ids = new HashSet<string>();
        foreach (var origin in tier.Where(one => MatrixDesign.IsShipped(one.Lane) && thresholds.Limits.Any(limit => limit.Judges(one))))
        {
            var guided = scope.UnderEach(origin, adopted);
            var changed = LeverCatalog.Levers.Select(lever => scope.Under(guided, lever)).OfType<BenchmarkCase>();
            ids.UnionWith(changed.Append(guided).Append(origin).Select(benchmarkCase => benchmarkCase.Id));
        }

        return [.. tier.Where(benchmarkCase => ids.Contains(benchmarkCase.Id))];
    }
}
