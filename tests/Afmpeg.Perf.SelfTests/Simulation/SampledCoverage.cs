using System.Collections.Immutable;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>Coverage and rounds where a case stops as soon as it is decided.</summary>
public static class SampledCoverage
{
    /// <summary>Where a case lies, as a factor on its limit.</summary>
    public static ImmutableArray<(string Name, double Factor)> Places { get; } =
        [("far within", 1 / 1.5), ("10 % within", 1 / 1.1), ("at the limit", 1), ("10 % beyond", 1.1), ("far beyond", 1.5)];

    /// <summary>The table.</summary>
    /// <param name="noises">The noises.</param>
    /// <param name="samples">Samples per cell.</param>
    /// <returns>A row per noise and spread.</returns>
    public static SimulationTable Table(IEnumerable<NoiseModel> noises, int samples) => new(
        "Sampling until decided: coverage and rounds",
        $"""
        Each cell: how often the interval of the case, wherever it stopped, holds the true ratio, in per cent, and how many rounds it took on average.
        Looks after {string.Join(", ", RoundLimits.Default.Looks)} rounds; a case stops where its limit is decided, or straddled by an interval with a half-width of
        {100 * Judge.NarrowEnough:0} % or less; {SimulatedSuite.LikeAFullRun} limits in the run ({samples} samples a cell).
        """,
        ["noise", "scatter of a round", .. Places.Select(place => place.Name)],
        [.. noises.SelectMany(noise => noise.Spreads.Select(spread => Row(noise, spread, samples)))]);

    /// <summary>The coverage of one kind of case.</summary>
    /// <param name="noise">The noise.</param>
    /// <param name="spread">A round's scatter.</param>
    /// <param name="factor">The true ratio, as a factor on the limit.</param>
    /// <param name="samples">Samples.</param>
    /// <returns>How often the interval held the truth, and the mean number of rounds.</returns>
    public static Tally Of(NoiseModel noise, double spread, double factor, int samples)
    {
        var suite = new SimulatedSuite(noise, spread, SimulatedSuite.LikeAFullRun);
        var (random, truth, tally) = (new Random(4711), SimulatedSuite.Bound * factor, new Tally());
        for (var sample = 0; sample < samples; sample++)
        {
            var summary = suite.Sample(random, truth);
            tally.Add(suite.Holds(summary, truth), summary.Rounds);
        }

        return tally;
    }

    private static ImmutableArray<string> Row(NoiseModel noise, double spread, int samples) =>
    [
        noise.Name,
        noise.Shows(spread),
        .. Places.Select(place => Of(noise, spread, place.Factor, samples)).Select(tally => $"{tally.Percent}, {tally.Mean:F1}"),
    ];
}
