using Afmpeg.Perf.Lanes;
using MathNet.Numerics.Distributions;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>The noise of real runs (<see cref="MeasuredRounds"/>).</summary>
/// <remarks>
/// Of the noisy day, stretches of rounds as they came, about the middle of seventy: they keep their autocorrelation. The quiet day has six
/// rounds a case; about their own mean they would sum to nothing, and every interval would hold. So their deviations are drawn one by one
/// from all cases, with the autocorrelation that was measured.
/// </remarks>
public static class ReplayedNoise
{
    /// <summary>The quiet day's, against native and against native-portable.</summary>
    public static ImmutableArray<NoiseModel> OfQuietDay { get; } = [Deviations(Lane.Native), Deviations(Lane.NativePortable)];

    /// <summary>The noisy day's, likewise. Multiples of native-portable are not widened, however close their rounds are in time.</summary>
    public static ImmutableArray<NoiseModel> OfNoisyDay { get; } =
        [Stretches(Lane.Native) with { SecondsApart = MeasuredRounds.NoisyDay.SecondsApart }, Stretches(Lane.NativePortable)];

    private static NoiseModel Deviations(Lane baseline)
    {
        var series = MeasuredRounds.QuietDay.To(baseline);
        // n deviations from their own mean are narrower than the noise by the square root of (n - 1) / n.
        (double Upper, double Lower)[] rounds =
        [
            .. series.SelectMany(one => Centred(one.Rounds, Math.Sqrt(one.Rounds.Length / (one.Rounds.Length - 1.0))))
                .OrderBy(round => round.Upper - round.Lower),
        ];
        double[] ratios = [.. rounds.Select(round => round.Upper - round.Lower)];
        double[] alone = [.. rounds.Select(round => round.Upper).Order()];
        var (middle, ofAlone) = (Middle(ratios), Middle(alone));
        (double Upper, double Lower) Off((double Upper, double Lower) round) => (round.Upper - middle, round.Lower);
        return new NoiseModel(
            $"quiet day, to {baseline.Name}",
            $"the rounds of {series.Length} cases of a full run, off their case's mean, each like the one before; "
            + $"as pairs they vary {Share(ratios, rounds)} as much as if they were none",
            random => Like(random, MeasuredNoise.Likeness, at => Off(rounds[at]), rounds.Length))
        {
            IsAsMeasured = true,
            Alone = random => Like(random, MeasuredNoise.LikenessOfTimes, at => alone[at] - ofAlone, alone.Length),
            Apart = (random, runs) =>
                ([.. Enumerable.Range(0, runs).Select(_ => Off(rounds[random.Next(rounds.Length)]).Upper)],
                    [.. Enumerable.Range(0, runs).Select(_ => rounds[random.Next(rounds.Length)].Lower)]),
        };
    }

    private static NoiseModel Stretches(Lane baseline)
    {
        var cases = MeasuredRounds.NoisyDay.To(baseline).GroupBy(series => series.Case)
            .Select(one => one.SelectMany(series => series.Rounds).ToArray()).ToArray();
        (double Upper, double Lower)[][] pairs = [.. cases.Select(OffTheirMiddle)];
        double[][] alone = [.. cases.Select(rounds => Off([.. rounds.Select(round => round.Upper)]))];
        double[] pair = [.. MeasuredRounds.NoisyDay.To(Lane.Twins[1]).OrderBy(series => series.Run, StringComparer.Ordinal)
            .SelectMany(series => series.Ratios)];
        return new NoiseModel(
            $"noisy day, to {baseline.Name}",
            $"stretches of the {cases[0].Length} rounds that each of {cases.Length} cases has in ten runs in a row, "
            + $"{MeasuredRounds.NoisyDay.SecondsApart:0} s apart, as they came, off their middle",
            random => Stretch(random, pairs))
        {
            IsAsMeasured = true,
            Alone = random => Stretch(random, alone),
            // One command's runs, and then the other's.
            Apart = (random, runs) =>
            {
                var round = Stretch(random, pairs);
                return ([.. Enumerable.Range(0, runs).Select(_ => round().Upper)],
                    [.. Enumerable.Range(0, runs).Select(_ => round().Lower)]);
            },
            OfPair = new NoiseModel("A/A pair of the noisy day", $"stretches of its {pair.Length} rounds", random =>
            {
                var next = Stretch(random, [pair]);
                return () => (next(), 0);
            })
            {
                IsAsMeasured = true,
            },
        };
    }

    // From anywhere, and from the last round on to the first.
    private static Func<T> Stretch<T>(Random random, T[][] cases)
    {
        var rounds = cases[random.Next(cases.Length)];
        var next = random.Next(rounds.Length);
        return () => rounds[next++ % rounds.Length];
    }

    // A chain of normals tells which of the sorted values comes next: their distribution stays what it is.
    private static Func<T> Like<T>(Random random, double correlation, Func<int, T> sorted, int count)
    {
        var chain = Draw.Chain(random, correlation);
        return () => sorted(Math.Min(count - 1, (int)(count * Normal.CDF(0, 1, chain()))));
    }

    private static (double Upper, double Lower)[] OffTheirMiddle((double Upper, double Lower)[] rounds)
    {
        var (lower, ratio) = (Middle(rounds.Select(round => round.Lower)), Middle(rounds.Select(round => round.Upper - round.Lower)));
        return [.. rounds.Select(round => (round.Upper - lower - ratio, round.Lower - lower))];
    }

    private static double[] Off(double[] values)
    {
        var middle = Middle(values);
        return [.. values.Select(value => value - middle)];
    }

    private static IEnumerable<(double Upper, double Lower)> Centred(ImmutableArray<(double Upper, double Lower)> rounds, double wider)
    {
        var (above, below) = (rounds.Average(round => round.Upper), rounds.Average(round => round.Lower));
        return rounds.Select(round => (wider * (round.Upper - above), wider * (round.Lower - below)));
    }

    // The true value of what is drawn is its pseudo-median, which the suite estimates.
    private static double Middle(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double[] averages = [.. all.SelectMany((first, index) => all[index..].Select(second => (first + second) / 2)).Order()];
        return averages[averages.Length / 2];
    }

    private static string Share(double[] ratios, (double Upper, double Lower)[] rounds) =>
        $"{100 * ratios.Sum(ratio => ratio * ratio) / rounds.Sum(round => (round.Upper * round.Upper) + (round.Lower * round.Lower)):0} %";
}
