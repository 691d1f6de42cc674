using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Summaries;

/// <summary>What this host does to a ratio that is 1: nearer to a limit than that, nothing is claimed.</summary>
/// <param name="Ratio">The A/A ratio with its interval, over all of its rounds.</param>
public sealed record NoiseFloor(Estimate Ratio)
{
    /// <summary>The largest difference between equals that the interval admits: 0.05 for five per cent.</summary>
    public double Fraction => Math.Max(Ratio.High, 1 / Ratio.Low) - 1;

    /// <summary>Whether a ratio lies so near to a bound that equals on this host may differ by as much.</summary>
    /// <param name="value">The ratio, above 0.</param>
    /// <param name="bound">The bound, above 0.</param>
    public bool Hides(double value, double bound) => Math.Max(value / bound, bound / value) - 1 < Fraction;

    /// <summary>Reads it off the rows of a run.</summary>
    /// <returns>The floor, or why there is none.</returns>
    public static Reading<NoiseFloor> Of(IEnumerable<Measurement> rows)
    {
        var pair =
            rows.Where(row => row is { Workload: NoisePair.Workload, Outcome: Outcome.Ok, ExecuteSeconds: > 0 }).ToLookup(row => row.Lane);
        var (first, second) = (pair[Lane.Twins[0].Name], pair[Lane.Twins[1].Name]);
        return !first.Any() || !second.Any()
            ? Reading<NoiseFloor>.Unavailable("no lane was measured against itself")
            : PairedRatio.Of(first.Join(
                second, row => row.Round, row => row.Round, (one, other) => (one.ExecuteSeconds!.Value, other.ExecuteSeconds!.Value)))
                .Select(ratio => new NoiseFloor(ratio));
    }
}
