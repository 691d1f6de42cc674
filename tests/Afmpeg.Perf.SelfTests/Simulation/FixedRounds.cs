using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>What intervals hold for a number of rounds that is fixed beforehand.</summary>
public static class FixedRounds
{
    private const double Spread = SimulatedSuite.UsualSpread;
    private const int Runs = 10;

    private static readonly ImmutableArray<(string Name, Func<NoiseModel, double[], Reading<(double Low, double High)>> Of)> Estimators =
    [
        ("pseudo-median, as used", AsUsed),
        ("pseudo-median, one look", (_, logs) => OneLook.SignedRank(logs)),
        ("median", (_, logs) => MedianInterval.Of(logs).Select(estimate => (estimate.Low, estimate.High))),
        ("mean, Student's t", (_, logs) => OneLook.Student(logs)),
        ("mean, as sure as the first", (_, logs) => OneLook.AsSureStudent(logs)),
    ];

    /// <summary>Which interval is the tightest at equal coverage.</summary>
    public static SimulationTable OfEstimators(IEnumerable<NoiseModel> noises, int samples) => new(
        "Which interval: coverage and half-width for a fixed number of rounds",
        $"""
        Each cell: how often the interval holds the true ratio, in per cent, and its mean half-width, in per cent of the ratio. One round
        scatters by {100 * Spread:0.0} % ({samples} samples a cell). A dash: that many rounds support no interval of 95 %. The first line of
        each noise is the suite's own, whose later intervals are wider than those of one look since an earlier look has spent of the error,
        and which is wider to native where rounds lie seconds apart; the last is the mean's at the first's level, without that.
        """,
        ["noise", "interval", .. Enumerable.Range(4, 7).Select(rounds => $"{rounds} rounds")],
        [
            .. from noise in noises
               from estimator in Estimators
               select (ImmutableArray<string>)
                   [noise.Name, estimator.Name, .. Enumerable.Range(4, 7).Select(rounds => Cell(noise, estimator.Of, rounds, samples))],
        ]);

    /// <summary>What pairs and looks save against ten runs of one command and then of the other, as hyperfine runs them.</summary>
    public static SimulationTable AgainstTenRuns(IEnumerable<NoiseModel> noises, int samples) => new(
        "Time against ten runs of either command",
        $"""
        Ten runs of one command, then ten of the other, compared by Welch's interval on logs, against the suite's paired rounds: coverage
        in per cent and mean half-width in per cent of the ratio, for a round's scatter of {100 * Spread:0.0} % or as measured ({samples}
        samples a cell). Equal width: the first number of paired rounds whose mean half-width is no larger than that of the ten runs, and
        the time that it takes or saves. A case far from its limit ends after {SignedRankLooks.Rounds[0]} rounds instead of ten, which
        saves {100 - (100 * SignedRankLooks.Rounds[0] / Runs)} % whatever the width.
        """,
        [
            "noise", "ten runs", $"{SignedRankLooks.Rounds[0]} paired rounds", $"{Runs} paired rounds", "rounds of equal width",
            "time at equal width",
        ],
        [.. noises.Select(noise => TenRuns(noise, samples))]);

    private static Reading<(double Low, double High)> AsUsed(NoiseModel noise, double[] logs) => PseudoMedian.Of(logs)
        .Select(estimate => estimate.Map(Math.Exp).Inflated(noise.InflationFactor(logs.Length)).Map(Math.Log))
        .Select(estimate => (estimate.Low, estimate.High));

    private static string Cell(
        NoiseModel noise, Func<NoiseModel, double[], Reading<(double Low, double High)>> estimator, int rounds, int samples)
    {
        var random = new Random(rounds);
        Reading<(double Low, double High)>[] intervals =
            [.. Samples(samples, () =>
                estimator(noise, [.. noise.Ratios(random, 1, noise.SpreadOr(Spread), rounds).Select(ratio => Math.Log(ratio))]))];
        return intervals[0].Reason is null ? Show(Tally.OfIntervals(Known(intervals))) : "-";
    }

    private static ImmutableArray<string> TenRuns(NoiseModel noise, int samples)
    {
        int[] rounds = [6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20];
        var random = new Random(4711);
        var blocks = Tally.OfIntervals(Samples(samples, () =>
        {
            var (upper, lower) = noise.Blocks(random, noise.SpreadOr(Spread), Runs);
            return OneLook.Welch(upper, lower);
        }));
        var equal = rounds.FirstOrDefault(count => Paired(noise, count, samples).Mean <= blocks.Mean);
        return
        [
            noise.Name, Show(blocks), Show(Paired(noise, SignedRankLooks.Rounds[0], samples)), Show(Paired(noise, Runs, samples)),
            equal == 0 ? $"more than {rounds[^1]}" : $"{equal}",
            equal == 0 ? "-" : $"{(100.0 * equal / Runs) - 100:+0;-0;0} %",
        ];
    }

    private static Tally Paired(NoiseModel noise, int rounds, int samples)
    {
        var random = new Random(4711);
        return Tally.OfIntervals(Known(Samples(samples, () =>
            PseudoMedian.OfLogs(noise.Ratios(random, 1, noise.SpreadOr(Spread), rounds), noise.InflationFactor(rounds))
                .Select(estimate => (Math.Log(estimate.Low), Math.Log(estimate.High))))));
    }

    private static IEnumerable<T> Samples<T>(int samples, Func<T> sample) => Enumerable.Range(0, samples).Select(_ => sample());

    private static IEnumerable<(double Low, double High)> Known(IEnumerable<Reading<(double Low, double High)>> intervals) =>
        intervals.SelectMany(interval => interval.TryGet(out var ends) ? [ends] : Array.Empty<(double, double)>());

    private static string Show(Tally tally) => $"{tally.Percent}, {100 * tally.Mean:F1}";
}
