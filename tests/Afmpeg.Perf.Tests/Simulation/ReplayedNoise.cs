using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Simulation;

/// <summary>
/// The noise of a full run: what is left of each round when its case's mean is taken away. The rounds are those of run 20261122T220315Z-ffdd,
/// on two cores of a shared machine, six a case.
/// </summary>
public static class ReplayedNoise
{
    private static readonly ImmutableArray<(string Case, int Round, double LogSeconds)> Kept =
    [
        .. File.ReadLines(Repository.PathOf("tests", "Fixtures", "noise", "rounds.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => (cells[0], int.Parse(cells[1]), Math.Log(double.Parse(cells[2])))),
    ];

    /// <summary>That run's noise, against native and against native-portable.</summary>
    public static ImmutableArray<NoiseModel> OfRun { get; } = [To(Lane.Native), To(Lane.NativePortable)];

    // Moved so that the true ratio, the pseudo-median of what is drawn, is 1.
    private static NoiseModel To(Lane baseline)
    {
        var cases = Cases(baseline);
        (double Upper, double Lower)[] rounds = [.. cases.SelectMany(one => one)];
        double[] ratios = [.. rounds.Select(round => round.Upper - round.Lower)];
        double[] averages = [.. ratios.SelectMany((first, index) => ratios[index..].Select(second => (first + second) / 2)).Order()];
        var centre = averages[averages.Length / 2];
        (double Upper, double Lower) Round(Random random)
        {
            var (upper, lower) = rounds[random.Next(rounds.Length)];
            return (upper - centre, lower);
        }

        return new NoiseModel(
            $"replayed, to {baseline.Name}",
            $"the rounds of {cases.Length} measured cases, off their case's mean; as pairs they vary {Share(ratios, rounds)} as much as if they were none",
            random => () => Round(random))
        {
            IsAsMeasured = true,
            Apart = (random, runs) =>
                ([.. Enumerable.Range(0, runs).Select(_ => Round(random).Upper)], [.. Enumerable.Range(0, runs).Select(_ => Round(random).Lower)]),
        };
    }

    private static string Share(double[] ratios, (double Upper, double Lower)[] rounds) =>
        $"{100 * ratios.Sum(ratio => ratio * ratio) / rounds.Sum(round => (round.Upper * round.Upper) + (round.Lower * round.Lower)):0} %";

    // What the log times of both lanes were off their own means in each round; n residuals are narrower than the noise by the square root of (n - 1) / n.
    private static ImmutableArray<ImmutableArray<(double Upper, double Lower)>> Cases(Lane baseline)
    {
        var times = Kept.GroupBy(row => row.Case).ToDictionary(one => one.Key, one => one.ToDictionary(row => row.Round, row => row.LogSeconds));
        return
        [
            .. times
                .Where(one => !one.Key.EndsWith($"/{baseline.Name}", StringComparison.Ordinal))
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => Residuals(one.Value, times.GetValueOrDefault($"{one.Key[..one.Key.LastIndexOf('/')]}/{baseline.Name}") ?? []))
                .Where(rounds => rounds.Length >= SignedRankLooks.Fewest),
        ];
    }

    private static ImmutableArray<(double Upper, double Lower)> Residuals(Dictionary<int, double> upper, Dictionary<int, double> lower)
    {
        int[] rounds = [.. upper.Keys.Intersect(lower.Keys).Order()];
        if (rounds.Length < SignedRankLooks.Fewest)
        {
            return [];
        }

        var (above, below, wider) = (rounds.Average(round => upper[round]), rounds.Average(round => lower[round]), Math.Sqrt(rounds.Length / (rounds.Length - 1.0)));
        return [.. rounds.Select(round => (wider * (upper[round] - above), wider * (lower[round] - below)))];
    }
}
