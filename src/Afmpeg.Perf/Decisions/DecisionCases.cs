using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// What a decision is made of: each case of what upstream ships that a limit judges, what each piece of adopted guidance makes of it, and
/// what each lever makes of that.
/// </summary>
public static class DecisionCases
{
    /// <summary>
    /// The cases of a tier that decide, on a machine with this many cores; a case that the tier does not measure is not asked.
    /// </summary>
    public static ImmutableArray<BenchmarkCase> Of(ImmutableArray<BenchmarkCase> tier, Thresholds thresholds, int cores)
    {
        var ids = Replaced(tier, thresholds, cores).SelectMany(pair => (string[])[pair.Shipped.Id, pair.By.Id]).ToHashSet();
        return [.. tier.Where(benchmarkCase => ids.Contains(benchmarkCase.Id))];
    }

    /// <summary>
    /// The thresholds by which a run samples: a limit on what upstream ships judges also the cases that replace it, or a run could stop
    /// before the decision has its evidence.
    /// </summary>
    public static Thresholds ForSampling(ImmutableArray<BenchmarkCase> cases, Thresholds thresholds, int cores) => thresholds with
    {
        Limits =
        [
            .. thresholds.Limits,
            .. (from pair in Replaced(cases, thresholds, cores)
                from limit in thresholds.Limits
                where limit.Judges(pair.Shipped) && !limit.Judges(pair.By)
                select limit with { Cases = new Glob(pair.By.Id) }).Distinct(),
        ],
    };

    private static IEnumerable<(BenchmarkCase Shipped, BenchmarkCase By)> Replaced(
        ImmutableArray<BenchmarkCase> cases, Thresholds thresholds, int cores)
    {
        var scope = new LeverScope(cases, cores);
        var adopted = LeverCatalog.Adopted(thresholds.Guidance);
        return
            from shipped in cases
            where MatrixDesign.IsShipped(shipped.Lane) && thresholds.Limits.Any(limit => limit.Judges(shipped))
            let steps = adopted.Aggregate(
                ImmutableArray.Create(shipped), (reached, change) => reached.Add(scope.UnderEach(reached[^1], [change])))
            let levers = LeverCatalog.Levers.Select(lever => scope.Under(steps[^1], lever)).OfType<BenchmarkCase>()
            from other in steps.Concat(levers).Distinct()
            select (shipped, other);
    }
}
