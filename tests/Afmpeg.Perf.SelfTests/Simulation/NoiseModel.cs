using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Summaries;
using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>
/// What a host adds to the log times of two lanes, round by round. Begin begins a case; its rounds are scaled so that their log ratio has a
/// standard deviation of 1, or of what was measured.
/// </summary>
public sealed record NoiseModel(string Name, string Says, Func<Random, Func<(double Upper, double Lower)>> Begin)
{
    // Medians and 90 % quantiles of what measured multiples scatter by, in tenths of a per cent, so that a table can name them.
    private static readonly ImmutableArray<double> Measured =
    [
        Scatter(MeasuredRounds.QuietDay, Lane.NativePortable, 0.5), Scatter(MeasuredRounds.QuietDay, Lane.Native, 0.5),
        Scatter(MeasuredRounds.QuietDay, Lane.Native, 0.9),
        Scatter(MeasuredRounds.NoisyDay, Lane.Native, 0.5), Scatter(MeasuredRounds.NoisyDay, Lane.Native, 0.9),
    ];

    /// <summary>What so many runs of one command and then of the other add; null where runs are independent.</summary>
    public Func<Random, int, (double[] Upper, double[] Lower)>? Apart { get; init; }

    /// <summary>How far the times of one lane are off the truth; null where that is a pair's upper lane off its middle.</summary>
    public Func<Random, Func<double>>? Alone { get; init; }

    /// <summary>The noise of the host's A/A pair: the same, where nothing else was measured.</summary>
    public NoiseModel OfPair { get => field ?? this; init; }

    /// <summary>How far apart its rounds lie, in seconds: minutes, where nothing else is known.</summary>
    public double SecondsApart { get; init; } = 240;

    /// <summary>Whether it has a measured scale of its own.</summary>
    public bool IsAsMeasured { get; init; }

    /// <summary>The standard deviations of a round's log ratio that it is tried with; 1 where it has its own scale.</summary>
    public ImmutableArray<double> Spreads => IsAsMeasured ? [1] : Measured;

    /// <summary>A standard deviation, or 1 where it has its own scale.</summary>
    public double SpreadOr(double spread) => IsAsMeasured ? 1 : spread;

    /// <summary>A standard deviation in a table.</summary>
    public string Shows(double spread) => IsAsMeasured ? "as measured" : $"{100 * spread:0.0#} %";

    /// <summary>How many times as wide the suite makes the interval of a multiple of native whose rounds lie so far apart.</summary>
    public double InflationFactor(int rounds) => RoundAutocorrelation.OfMultiples.InflationFactor(rounds, SecondsApart);

    /// <summary>The ratios of a case's rounds. The spread is the standard deviation of a round's log ratio.</summary>
    public double[] Ratios(Random random, double truth, double spread, int rounds)
    {
        var round = Begin(random);
        return
        [
            .. Enumerable.Range(0, rounds).Select(_ => round())
                .Select(added => truth * Math.Exp(spread * added.Upper) / Math.Exp(spread * added.Lower)),
        ];
    }

    /// <summary>The times of a lane's rounds, unpaired, so that the host's drift is in them.</summary>
    public double[] Times(Random random, double truth, double spread, int rounds)
    {
        var time = Alone is { } alone ? alone(random) : Centred(random);
        return [.. Enumerable.Range(0, rounds).Select(_ => truth * Math.Exp(spread * time()))];
    }

    /// <summary>The log times of two equal commands, if all runs of the one come before all of the other.</summary>
    public (double[] Upper, double[] Lower) Blocks(Random random, double spread, int runs)
    {
        var (upper, lower) = Apart is { } apart ? apart(random, runs) : Unpaired(random, runs);
        return ([.. upper.Select(run => spread * run)], [.. lower.Select(run => spread * run)]);
    }

    private Func<double> Centred(Random random)
    {
        var round = Begin(random);
        return () => round().Upper - middle.Value;
    }

    // The middle is what the suite estimates: the pseudo-median, the median of averages of two.
    private readonly Lazy<double> middle = new(() =>
    {
        const int Averages = 100_001;
        var random = new Random(4711);
        return Enumerable.Range(0, Averages).Select(_ => (Begin(random)().Upper + Begin(random)().Upper) / 2).Median();
    });

    private static double Scatter(MeasuredRounds day, Lane baseline, double quantile) => Math.Round(day.Scatter(baseline, quantile), 3);

    private (double[] Upper, double[] Lower) Unpaired(Random random, int runs)
    {
        var round = Begin(random);
        var rounds = Enumerable.Range(0, runs).Select(_ => round()).ToArray();
        return ([.. rounds.Select(run => run.Upper)], [.. rounds.Select(run => run.Lower)]);
    }
}
