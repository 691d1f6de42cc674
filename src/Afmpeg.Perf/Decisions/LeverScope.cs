using System.Collections.Immutable;
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
    /// <param name="origin">The case.</param>
    /// <param name="change">A lever or guidance.</param>
    /// <returns>The new case; null where the change has no bearing on the case, or the new case is not measured.</returns>
    public BenchmarkCase? Under(BenchmarkCase origin, Lever change) =>
        change.Apply(origin, this) is { } changed && Has(changed) ? changed : null;

    /// <summary>
    /// What a case becomes under several changes, one after the other; a change that leads to no measured case is skipped.
    /// </summary>
    /// <param name="origin">The case.</param>
    /// <param name="changes">The changes, in order.</param>
    /// <returns>The last case that is measured; the case itself where no change bears on it.</returns>
    public BenchmarkCase UnderEach(BenchmarkCase origin, IEnumerable<Lever> changes) =>
        changes.Aggregate(origin, (reached, change) => Under(reached, change) ?? reached);

    /// <summary>What a case becomes under several changes at once; only the last case need be measured.</summary>
    /// <param name="origin">The case.</param>
    /// <param name="changes">The changes, in order.</param>
    /// <returns>The new case; null where it is not measured.</returns>
    public BenchmarkCase? UnderAll(BenchmarkCase origin, IEnumerable<Lever> changes) =>
        changes.Aggregate(origin, (reached, change) => change.Apply(reached, this) ?? reached) is var changed && Has(changed) ? changed
            : null;

    private bool Has(BenchmarkCase benchmarkCase) => ids.Contains(benchmarkCase.Id);
}
