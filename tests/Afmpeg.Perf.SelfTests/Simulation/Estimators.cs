using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>Which interval is the tightest at equal coverage, for a number of rounds that is fixed beforehand.</summary>
public static class Estimators
{
    private const double Spread = 0.055;

    private static readonly ImmutableArray<(string Name, Func<NoiseModel, double[], Reading<(double Low, double High)>> Of)> All =
    [
        ("pseudo-median, as used", (noise, logs) => PseudoMedian.Of(logs).Select(estimate => estimate.Map(Math.Exp).Inflated(noise.InflationFactor(logs.Length)).Map(Math.Log)).Select(Ends)),
        ("pseudo-median, one look", (_, logs) => OneLook.SignedRank(logs)),
        ("median", (_, logs) => MedianInterval.Of(logs).Select(Ends)),
        ("mean, Student's t", (_, logs) => OneLook.Student(logs)),
        ("mean, as sure as the first", (_, logs) => OneLook.AsSureStudent(logs)),
    ];

    /// <summary>The table.</summary>
    /// <param name="noises">The noises.</param>
    /// <param name="samples">Samples per cell.</param>
    /// <returns>A row per noise and estimator.</returns>
    public static SimulationTable Table(IEnumerable<NoiseModel> noises, int samples) => new(
        "Which interval: coverage and half-width for a fixed number of rounds",
        $"""
        Each cell: how often the interval holds the true ratio, in per cent, and its mean half-width, in per cent of the ratio. One round scatters by
        {100 * Spread:0.0} % ({samples} samples a cell). A dash: that many rounds support no interval of 95 %. The first line of each noise is the suite's
        own, whose later intervals are wider than those of one look since an earlier look has spent of the error, and which is wider to native where rounds lie
        seconds apart; the last is the mean's at the first's level, without that.
        """,
        ["noise", "interval", .. Enumerable.Range(4, 7).Select(rounds => $"{rounds} rounds")],
        [.. noises.SelectMany(noise => All.Select(estimator => Row(noise, estimator.Name, estimator.Of, samples)))]);

    private static ImmutableArray<string> Row(NoiseModel noise, string name, Func<NoiseModel, double[], Reading<(double Low, double High)>> estimator, int samples) =>
        [noise.Name, name, .. Enumerable.Range(4, 7).Select(rounds => Cell(noise, estimator, rounds, samples))];

    private static string Cell(NoiseModel noise, Func<NoiseModel, double[], Reading<(double Low, double High)>> estimator, int rounds, int samples)
    {
        var random = new Random(rounds);
        var tally = new Tally();
        for (var sample = 0; sample < samples; sample++)
        {
            double[] logs = [.. noise.Ratios(random, 1, noise.SpreadOr(Spread), rounds).Select(ratio => Math.Log(ratio))];
            if (!estimator(noise, logs).TryGet(out var ends))
            {
                return "-";
            }

            tally.Add(ends.Low <= 0 && 0 <= ends.High, (ends.High - ends.Low) / 2);
        }

        return $"{tally.Percent}, {100 * tally.Mean:F1}";
    }

    private static (double Low, double High) Ends(Estimate estimate) => (estimate.Low, estimate.High);
}
