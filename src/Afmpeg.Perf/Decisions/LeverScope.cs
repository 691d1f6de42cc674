using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Decisions;

/// <summary>What levers and guidance have to work with.</summary>
/// <param name="Cases">The cases that are measured.</param>
/// <param name="Cores">Cores of the machine: work that is spread has an instance per core.</param>
public sealed record LeverScope(ImmutableArray<BenchmarkCase> Cases, int Cores)
{
    private readonly ImmutableHashSet<string> ids = [.. Cases.Select(benchmarkCase => benchmarkCase.Id)];

    /// <summary>The jobs that are measured, each once.</summary>
    public ImmutableArray<Job> Jobs { get; } = [.. Cases.Select(benchmarkCase => benchmarkCase.Job).DistinctBy(job => job.Id)];

    /// <summary>What a case becomes under a change.</summary>
    public BenchmarkCase? Under(BenchmarkCase origin, Lever change) =>
        change.Apply(origin, this) is { } changed && Has(changed) ? changed : null;

    /// <summary>
    /// What a case becomes under several changes, one after the other; a change that leads to no measured case is skipped.
    /// </summary>
    public BenchmarkCase UnderEach(BenchmarkCase origin, IEnumerable<Lever> changes) =>
        changes.Aggregate(origin, (reached, change) => Under(reached, change) ?? reached);

    /// <summary>What a case becomes under several changes at once; only the last case need be measured.</summary>
    public BenchmarkCase? UnderAll(BenchmarkCase origin, IEnumerable<Lever> changes) =>
        changes.Aggregate(origin, (reached, change) => change.Apply(reached, this) ?? reached) is var changed && Has(changed) ? changed
            : null;

    private bool Has(BenchmarkCase benchmarkCase) => ids.Contains(benchmarkCase.Id);
}
