using System.Collections.Immutable;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>What a decision is made of: the cases of what upstream ships that a limit judges, and what each lever makes of them, alone and on top of the default build and engine.</summary>
public static class DecisionCases
{
    /// <summary>The cases that a decision asks of a tier.</summary>
    /// <param name="tier">The tier's cases.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="cores">Cores of the machine.</param>
    /// <returns>Those of the tier that decide; what a lever makes of a case and the tier does not measure is not asked.</returns>
    public static ImmutableArray<BenchmarkCase> Of(ImmutableArray<BenchmarkCase> tier, ImmutableArray<Limit> limits, int cores)
    {
        var scope = new LeverScope([.. tier.Select(planned => planned.Job).DistinctBy(job => job.Id)], cores);
        var judged = tier.Where(planned => MatrixDesign.IsShipped(planned.Lane) && limits.Any(limit => limit.Cases.Matches(planned.Id))).ToArray();
        var onTop = judged.Select(planned => LeverCatalog.Base.Aggregate(planned, (origin, lever) => lever.Apply(origin, scope) ?? origin));
        var ids = judged.Concat(onTop).SelectMany(origin => LeverCatalog.All.Select(lever => lever.Apply(origin, scope)).OfType<BenchmarkCase>().Prepend(origin))
            .Select(planned => planned.Id).ToHashSet();
        return [.. tier.Where(planned => ids.Contains(planned.Id))];
    }
}
