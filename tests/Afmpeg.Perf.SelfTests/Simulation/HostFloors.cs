using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>What the noise floor does to verdicts: cases that are sampled and judged with the A/A pair of their host.</summary>
public static class HostFloors
{
    private static readonly ImmutableArray<(string Name, double Factor)> Places =
        [("25 % within", 1 / 1.25), ("10 % within", 1 / 1.1), ("at the limit", 1), ("10 % beyond", 1.1), ("25 % beyond", 1.25)];

    /// <summary>The table.</summary>
    /// <param name="noises">The noises.</param>
    /// <param name="samples">Samples per cell.</param>
    /// <returns>A row per noise and spread.</returns>
    public static SimulationTable Table(IEnumerable<NoiseModel> noises, int samples) => new(
        "The noise floor: verdicts on a host that is measured against itself",
        $"""
        Each cell: of {samples} cases the per cent that are within, that are exceeded, and that lie wholly on one side but nearer to the limit than the floor; and how many rounds
        they took on average. What is missing to 100 straddles its limit, or is no alarm among {SimulatedSuite.LikeAFullRun}. The A/A pair scatters as the case does, that of the noisy day as it did.
        The floor: its median after the first look and after the last.
        """,
        ["noise", "scatter of a round", "floor", .. Places.Select(place => place.Name)],
        [.. noises.SelectMany(noise => noise.Spreads.Select(spread => Row(noise, spread, samples)))]);

    /// <summary>Cases of one kind.</summary>
    /// <param name="noise">The noise.</param>
    /// <param name="spread">A round's scatter.</param>
    /// <param name="factor">The true ratio, as a factor on the limit.</param>
    /// <param name="samples">How many cases, each in a run of its own.</param>
    /// <returns>How many were within, exceeded and nearer than the floor, each with the mean number of rounds.</returns>
    public static (Tally Within, Tally Exceeded, Tally Hidden) Of(NoiseModel noise, double spread, double factor, int samples)
    {
        var suite = new SimulatedSuite(noise, spread, SimulatedSuite.LikeAFullRun);
        var random = new Random(4711);
        var (within, exceeded, hidden) = (new Tally(), new Tally(), new Tally());
        for (var sample = 0; sample < samples; sample++)
        {
            var pair = suite.Pair(random);
            var summary = suite.Sample(random, SimulatedSuite.Bound * factor, pair: pair);
            var floor = SimulatedSuite.Floor(pair, summary.Rounds);
            within.Add(suite.IsWithin(summary, floor), summary.Rounds);
            exceeded.Add(suite.IsAlarm(summary, floor), summary.Rounds);
            hidden.Add(suite.IsHidden(summary, floor), summary.Rounds);
        }

        return (within, exceeded, hidden);
    }

    private static ImmutableArray<string> Row(NoiseModel noise, double spread, int samples) =>
    [
        noise.Name,
        noise.Shows(spread),
        $"{Floor(noise, spread, rounds: 7, samples)}, {Floor(noise, spread, rounds: 14, samples)} %",
        .. Places.Select(place => Of(noise, spread, place.Factor, samples)).Select(of => $"{of.Within.Percent}, {of.Exceeded.Percent}, {of.Hidden.Percent}; {of.Within.Mean:F1}"),
    ];

    private static string Floor(NoiseModel noise, double spread, int rounds, int samples)
    {
        var suite = new SimulatedSuite(noise, spread, SimulatedSuite.LikeAFullRun);
        var random = new Random(4711);
        return $"{100 * Enumerable.Range(0, samples).Select(_ => SimulatedSuite.Floor(suite.Pair(random), rounds).TryGet(out var floor) ? floor.Fraction : double.NaN).Median():F1}";
    }
}
