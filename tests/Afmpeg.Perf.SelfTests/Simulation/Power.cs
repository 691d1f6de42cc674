using System.Collections.Immutable;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>How often a case that is 10 % slower than its limit is caught, and what it takes.</summary>
public static class Power
{
    /// <summary>Up to this scatter of a round, the most rounds catch a slow-down of 10 % at least 95 times in 100: where it is normal, and where it comes in bursts.</summary>
    public static ImmutableArray<(NoiseModel Noise, double Spread)> Stated { get; } = [(NoiseModels.Normal, 0.035), (NoiseModels.Bursty, 0.03)];

    public const double Wanted = 0.95;

    private const double Truth = 1.1 * SimulatedSuite.Bound;

    private static readonly ImmutableArray<double> Spreads = [0.025, 0.03, 0.035, 0.04, 0.045, 0.055, 0.07, 0.085, 0.126];

    private static readonly int[] Rounds = [7, 10, 14, 16, 18, 20, 22, 24, 28, 32, 36, 40, 48];

    /// <summary>The table.</summary>
    /// <param name="noises">The noises.</param>
    /// <param name="samples">Samples per cell.</param>
    /// <returns>A row per noise and spread.</returns>
    public static SimulationTable Table(IEnumerable<NoiseModel> noises, int samples) => new(
        "Power: a case 10 % slower than its limit",
        $"""
        In per cent of {samples} cases, {SimulatedSuite.LikeAFullRun} limits in the run, looks after {string.Join(", ", RoundLimits.Default.Looks)} rounds. The last column: of {string.Join(", ", Rounds)} the first fixed number of rounds
        by which {100 * Wanted:0} % are caught.
        """,
        ["noise", "scatter of a round", "exceeded", "inconclusive", "within", "rounds on average", "rounds for 95 %"],
        [.. noises.SelectMany(noise => (noise.IsAsMeasured ? noise.Spreads : Spreads).Select(spread => Row(noise, spread, samples)))]);

    /// <summary>Cases 10 % beyond their limit, sampled until decided.</summary>
    /// <param name="noise">The noise.</param>
    /// <param name="spread">A round's scatter.</param>
    /// <param name="samples">How many.</param>
    /// <returns>How many were caught, and the mean number of rounds.</returns>
    public static Tally Of(NoiseModel noise, double spread, int samples) => Caught(noise, spread, samples, (suite, random) => suite.Sample(random, Truth));

    private static Tally Caught(NoiseModel noise, double spread, int samples, Func<SimulatedSuite, Random, CaseSummary> sample) =>
        Counted(noise, spread, samples, sample, (suite, summary) => suite.IsAlarm(summary));

    private static Tally Counted(
        NoiseModel noise, double spread, int samples, Func<SimulatedSuite, Random, CaseSummary> sample, Func<SimulatedSuite, CaseSummary, bool> counts)
    {
        var suite = new SimulatedSuite(noise, spread, SimulatedSuite.LikeAFullRun);
        var (random, tally) = (new Random(4711), new Tally());
        for (var count = 0; count < samples; count++)
        {
            var summary = sample(suite, random);
            tally.Add(counts(suite, summary), summary.Rounds);
        }

        return tally;
    }

    private static ImmutableArray<string> Row(NoiseModel noise, double spread, int samples)
    {
        var caught = Of(noise, spread, samples);
        var passed = Counted(noise, spread, samples, (suite, random) => suite.Sample(random, Truth), (suite, summary) => suite.IsWithin(summary));
        var needed = Rounds.FirstOrDefault(rounds =>
            Caught(noise, spread, samples, (suite, random) => suite.Measure(random, Truth, rounds)).Share >= Wanted);
        return
        [
            noise.Name, noise.Shows(spread), caught.Percent, $"{100 * (1 - caught.Share - passed.Share):F1}", passed.Percent, $"{caught.Mean:F1}",
            needed == 0 ? $"more than {Rounds[^1]}" : $"{needed}",
        ];
    }
}
