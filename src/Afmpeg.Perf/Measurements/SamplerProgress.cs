using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Measurements;

/// <summary>What the sampler is about to run.</summary>
/// <param name="Case">The case.</param>
/// <param name="Round">The round; 0 for a warm-up.</param>
/// <param name="Finished">Runs done so far.</param>
/// <param name="Expected">Runs that the plan needs at least.</param>
/// <param name="Elapsed">Since measuring began.</param>
/// <param name="Budget">How long it may take.</param>
public sealed record SamplerProgress(BenchmarkCase Case, int Round, int Finished, int Expected, TimeSpan Elapsed, TimeSpan Budget)
{
    /// <summary>What the rounds before say of the case; null in the warm-up.</summary>
    public CaseSummary? SoFar { get; init; }

    /// <summary>How long the runs that are still needed will take if they are like those before, and no longer than the limit allows; null before the first.</summary>
    public TimeSpan? Remaining => Finished == 0 ? null : Shorter(Elapsed / Finished * Math.Max(0, Expected - Finished), Limit - Elapsed);

    /// <summary>After this long nothing more is measured; the budget where nothing else is said.</summary>
    public TimeSpan Limit { get; init; } = Budget;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other > TimeSpan.Zero ? other : TimeSpan.Zero;
}
