using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Summaries;
using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>What a host does to the times of two lanes, round by round, on the scale of logarithms.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Says">What it is, for the tables' readers.</param>
/// <param name="Begin">
/// Begins a case: what the rounds of one case add to the time of either lane. Scaled so that the log ratio of a round has a standard
/// deviation of 1, or of what was measured.
/// </param>
public sealed record NoiseModel(string Name, string Says, Func<Random, Func<(double Upper, double Lower)>> Begin)
{
    // What half of the measured multiples (MeasuredRounds) scatter by at most: on the quiet day to native-portable, to native, and nine in ten
    // of those to native; on the noisy day half of those to native, and nine in ten. In tenths of a per cent, so that a table can name them.
    private static readonly ImmutableArray<double> Measured =
    [
        .. new[]
        {
            MeasuredRounds.QuietDay.Scatter(Lane.NativePortable, 0.5), MeasuredRounds.QuietDay.Scatter(Lane.Native, 0.5), MeasuredRounds.QuietDay.Scatter(Lane.Native, 0.9),
            MeasuredRounds.NoisyDay.Scatter(Lane.Native, 0.5), MeasuredRounds.NoisyDay.Scatter(Lane.Native, 0.9),
        }.Select(scatter => Math.Round(scatter, 3)),
    ];

    /// <summary>What so many runs of one command and then of the other add; null where it makes no difference whether runs are pairs.</summary>
    public Func<Random, int, (double[] Upper, double[] Lower)>? Apart { get; init; }

    /// <summary>What the times of one lane alone are off the truth; null where it is what a pair's upper lane is off the middle of all that is drawn.</summary>
    public Func<Random, Func<double>>? Alone { get; init; }

    /// <summary>What the A/A pair of the same host scatters by: the same, where nothing else was measured.</summary>
    public NoiseModel OfPair { get => field ?? this; init; }

    /// <summary>How far apart the rounds lie that it is the noise of, in seconds: minutes, where nothing else is known.</summary>
    public double SecondsApart { get; init; } = 240;

    /// <summary>Whether it has the scale that was measured, and no other.</summary>
    public bool IsAsMeasured { get; init; }

    /// <summary>The standard deviations of a round's log ratio that it is tried with.</summary>
    public ImmutableArray<double> Spreads => IsAsMeasured ? [1] : Measured;

    /// <summary>A standard deviation, where it has none of its own.</summary>
    /// <param name="spread">The standard deviation of a round's log ratio.</param>
    /// <returns>It, or 1.</returns>
    public double SpreadOr(double spread) => IsAsMeasured ? 1 : spread;

    /// <summary>A standard deviation in a table.</summary>
    /// <param name="spread">The standard deviation of a round's log ratio.</param>
    /// <returns>In per cent.</returns>
    public string Shows(double spread) => IsAsMeasured ? "as measured" : $"{100 * spread:0.0#} %";

    /// <summary>How much wider the suite makes the interval of a multiple of native whose rounds lie so far apart.</summary>
    /// <param name="rounds">How many rounds.</param>
    /// <returns>1 or more.</returns>
    public double InflationFactor(int rounds) => RoundAutocorrelation.OfMultiples.InflationFactor(rounds, SecondsApart);

    /// <summary>The ratios of a case's rounds.</summary>
    /// <param name="random">What it is drawn from.</param>
    /// <param name="truth">The true ratio.</param>
    /// <param name="spread">The standard deviation of a round's log ratio.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <returns>One ratio a round.</returns>
    public double[] Ratios(Random random, double truth, double spread, int rounds)
    {
        var round = Begin(random);
        var ratios = new double[rounds];
        for (var index = 0; index < rounds; index++)
        {
            var (upper, lower) = round();
            ratios[index] = truth * Math.Exp(spread * upper) / Math.Exp(spread * lower);
        }

        return ratios;
    }

    /// <summary>The times of a lane's rounds, unpaired: what drifts is in them.</summary>
    /// <param name="random">What they are drawn from.</param>
    /// <param name="truth">The true time.</param>
    /// <param name="spread">The standard deviation of a round's log ratio, in which there are two such lanes.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <returns>One time a round.</returns>
    public double[] Times(Random random, double truth, double spread, int rounds)
    {
        var time = Alone is { } alone ? alone(random) : Centred(random);
        return [.. Enumerable.Range(0, rounds).Select(_ => truth * Math.Exp(spread * time()))];
    }

    /// <summary>What the runs of two equal commands take, on the scale of logarithms, if all of the one come before all of the other.</summary>
    /// <param name="random">What it is drawn from.</param>
    /// <param name="spread">The standard deviation of a round's log ratio.</param>
    /// <param name="runs">How many runs of each.</param>
    /// <returns>One log time a run.</returns>
    public (double[] Upper, double[] Lower) Blocks(Random random, double spread, int runs)
    {
        var (upper, lower) = Apart is { } apart ? apart(random, runs) : Unpaired(random, runs);
        return ([.. upper.Select(run => spread * run)], [.. lower.Select(run => spread * run)]);
    }

    // The middle is what the suite estimates: the pseudo-median, the median of averages of two.
    private Func<double> Centred(Random random)
    {
        var round = Begin(random);
        return () => round().Upper - middle.Value;
    }

    private readonly Lazy<double> middle = new(() =>
    {
        const int Averages = 100_001;
        var random = new Random(4711);
        return Enumerable.Range(0, Averages).Select(_ => (Begin(random)().Upper + Begin(random)().Upper) / 2).Median();
    });

    private (double[] Upper, double[] Lower) Unpaired(Random random, int runs)
    {
        var round = Begin(random);
        var rounds = Enumerable.Range(0, runs).Select(_ => round()).ToArray();
        return ([.. rounds.Select(run => run.Upper)], [.. rounds.Select(run => run.Lower)]);
    }
}
