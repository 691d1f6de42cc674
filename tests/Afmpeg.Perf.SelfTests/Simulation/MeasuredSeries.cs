using System.Collections.Immutable;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>A case of one run, as pairs with its baseline.</summary>
/// <param name="Run">The run.</param>
/// <param name="Case">The case.</param>
/// <param name="Rounds">The log times of both lanes in each round, in their order.</param>
public sealed record MeasuredSeries(string Run, string Case, ImmutableArray<(double Upper, double Lower)> Rounds)
{
    /// <summary>The log ratios.</summary>
    public IEnumerable<double> Ratios => Rounds.Select(round => round.Upper - round.Lower);
}
