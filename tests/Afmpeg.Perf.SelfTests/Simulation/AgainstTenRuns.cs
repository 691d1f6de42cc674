using System.Collections.Immutable;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>What pairs and looks save against ten runs of either command, one command after the other, as hyperfine runs them by default.</summary>
public static class AgainstTenRuns
{
    private const int Runs = 10;
    private const double Spread = 0.055;

    private static readonly int[] Rounds = [6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20];

    /// <summary>The table.</summary>
    /// <param name="noises">The noises.</param>
    /// <param name="samples">Samples per cell.</param>
    /// <returns>A row per noise.</returns>
    public static SimulationTable Table(IEnumerable<NoiseModel> noises, int samples) => new(
        "Time against ten runs of either command",
        $"""
        Ten runs of one command, then ten of the other, compared by Welch's interval on logs, against the suite's paired rounds: coverage in per cent and mean half-width in
        per cent of the ratio, for a round's scatter of {100 * Spread:0.0} % or as measured ({samples} samples a cell). Equal width: the first number of paired rounds whose mean half-width is no larger than that of the ten runs, and
        the time that it takes or saves. A case far from its limit ends after {SignedRankLooks.Rounds[0]} rounds instead of ten, which saves {100 - (100 * SignedRankLooks.Rounds[0] / Runs)} % whatever the width.
        """,
        ["noise", "ten runs", $"{SignedRankLooks.Rounds[0]} paired rounds", $"{Runs} paired rounds", "rounds of equal width", "time at equal width"],
        [.. noises.Select(noise => Row(noise, samples))]);

    private static ImmutableArray<string> Row(NoiseModel noise, int samples)
    {
        var (blocks, random) = (new Tally(), new Random(4711));
        for (var sample = 0; sample < samples; sample++)
        {
            var (upper, lower) = noise.Blocks(random, noise.SpreadOr(Spread), Runs);
            Add(blocks, OneLook.Welch(upper, lower));
        }

        var equal = Rounds.FirstOrDefault(rounds => Paired(noise, rounds, samples).Mean <= blocks.Mean);
        return
        [
            noise.Name, Cell(blocks), Cell(Paired(noise, SignedRankLooks.Rounds[0], samples)), Cell(Paired(noise, Runs, samples)),
            equal == 0 ? $"more than {Rounds[^1]}" : $"{equal}",
            equal == 0 ? "-" : $"{(100.0 * equal / Runs) - 100:+0;-0;0} %",
        ];
    }

    private static Tally Paired(NoiseModel noise, int rounds, int samples)
    {
        var (tally, random) = (new Tally(), new Random(4711));
        for (var sample = 0; sample < samples; sample++)
        {
            if (PseudoMedian.OfLogs(noise.Ratios(random, 1, noise.SpreadOr(Spread), rounds), noise.InflationFactor(rounds)).TryGet(out var estimate))
            {
                Add(tally, (Math.Log(estimate.Low), Math.Log(estimate.High)));
            }
        }

        return tally;
    }

    private static void Add(Tally tally, (double Low, double High) ends) => tally.Add(ends.Low <= 0 && 0 <= ends.High, (ends.High - ends.Low) / 2);

    private static string Cell(Tally tally) => $"{tally.Percent}, {100 * tally.Mean:F1}";
}
