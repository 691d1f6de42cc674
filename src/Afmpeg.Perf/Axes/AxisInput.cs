using System.Collections.Immutable;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>What axes are read from.</summary>
/// <param name="Cases">The planned cases with what their rows say.</param>
/// <param name="Rows">The rows of the run, for axes that pair rounds across jobs.</param>
/// <param name="Modules">The modules that were run.</param>
/// <param name="Host">The machine.</param>
public sealed record AxisInput(ImmutableArray<CaseSummary> Cases, ImmutableArray<Measurement> Rows, ImmutableArray<ModuleFacts> Modules, Host Host)
{
    /// <summary>What modules execute, as far as it was counted.</summary>
    public ImmutableArray<OperationCount> Operations { get; init; } = [];

    /// <summary>The rows of a case that count, in order of their rounds.</summary>
    /// <param name="summary">The case.</param>
    /// <returns>The rows; none where the case failed.</returns>
    public ImmutableArray<Measurement> RowsOf(CaseSummary summary) => Summary.Counted(summary, Rows);
}
