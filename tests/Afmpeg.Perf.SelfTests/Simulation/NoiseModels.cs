namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>The kinds of noise that the method is tried on. Lanes of a pair have equal noise; only the lopsided one differs.</summary>
public static class NoiseModels
{
    private const double BurstChance = 0.1;
    private const double BurstSize = 4;

    // Bursts of exponential size: their variance is 2 p m^2 - (p m)^2.
    private const double BurstVariance = ((2 * BurstChance) - (BurstChance * BurstChance)) * BurstSize * BurstSize;

    public static NoiseModel Normal { get; } = Independent("normal", "each run by a normal factor", Draw.Normal, 1);

    public static NoiseModel Flat { get; } =
        Independent("flat", "each run by a uniform factor: no tails at all", random => (2 * random.NextDouble()) - 1, 1.0 / 3);

    public static NoiseModel OneSided { get; } =
        Independent("one-sided", "each run longer than the best one by an exponential factor", Draw.Exponential, 1);

    public static NoiseModel HeavyTailed { get; } =
        Independent("heavy-tailed", "each run by Student's t with 3 degrees of freedom", Draw.StudentWithThree, 3);

    public static NoiseModel Bursty { get; } = Independent(
        "bursty",
        "normal, and one run in ten takes a burst of four times that",
        random => Draw.Normal(random) + Burst(random),
        1 + BurstVariance);

    public static NoiseModel TwoSpeeds { get; } = Independent(
        "two speeds",
        "each run at one of two clock frequencies, and little else",
        random => random.Next(2) + (0.1 * Draw.Normal(random)),
        0.25 + 0.01);

    public static NoiseModel Lopsided { get; } = new(
        "lopsided",
        "bursty, but bursts hit one lane alone; the true ratio is that without bursts",
        random => Scaled(2 + BurstVariance, () => (Draw.Normal(random), Draw.Normal(random) + Burst(random))));

    public static NoiseModel Drifting { get; } =
        new("drifting", "the host gets slower with every run, by half of what a run scatters, and as much by chance", DriftingRounds)
        {
            Apart = (random, runs) =>
            {
                var run = DriftingRuns(random);
                double[] both = [.. Enumerable.Range(0, 2 * runs).Select(_ => run())];
                return (both[..runs], both[runs..]);
            },
        };

    public static NoiseModel Autocorrelated(double correlation) => new(
        $"autocorrelated {correlation:0.00}",
        $"each lane's round is like the one before: correlation {correlation:0.00}",
        random =>
        {
            var (upper, lower) = (Draw.Chain(random, correlation), Draw.Chain(random, correlation));
            return Scaled(2, () => (upper(), lower()));
        });

    /// <summary>As much as measured rounds are like the ones before.</summary>
    public static NoiseModel AsCorrelatedAsMeasured { get; } = Autocorrelated(MeasuredNoise.Likeness);

    /// <summary>Noise that is made.</summary>
    public static ImmutableArray<NoiseModel> Made { get; } =
        [Normal, Flat, OneSided, HeavyTailed, Bursty, TwoSpeeds, Drifting, AsCorrelatedAsMeasured];

    /// <summary>Noise of which the method keeps what it promises: that which is made, and that of either day.</summary>
    public static ImmutableArray<NoiseModel> Promised { get; } = [.. Made, .. ReplayedNoise.OfQuietDay, .. ReplayedNoise.OfNoisyDay];

    /// <summary>Noise that shows where the method ends, such as was not seen.</summary>
    public static ImmutableArray<NoiseModel> Beyond { get; } = [Lopsided, Autocorrelated(0.2), Autocorrelated(0.3)];

    private static double Burst(Random random) => random.NextDouble() < BurstChance ? BurstSize * Draw.Exponential(random) : 0;

    private static NoiseModel Independent(string name, string says, Func<Random, double> run, double variance) =>
        new(name, says, random => Scaled(2 * variance, () => (run(random), run(random))));

    private static Func<(double Upper, double Lower)> Scaled(double variance, Func<(double Upper, double Lower)> round)
    {
        var scale = 1 / Math.Sqrt(variance);
        return () =>
        {
            var (upper, lower) = round();
            return (scale * upper, scale * lower);
        };
    }

    // Lanes of a round run in a balanced order: the host's drift between them stays in the ratio, with either sign.
    private static Func<(double Upper, double Lower)> DriftingRounds(Random random)
    {
        var run = DriftingRuns(random);
        return () =>
        {
            var (first, second) = (run(), run());
            return random.Next(2) == 0 ? (first, second) : (second, first);
        };
    }

    private static Func<double> DriftingRuns(Random random)
    {
        const double Drift = 0.5;
        var (host, scale) = (0.0, 1 / Math.Sqrt(2 + (2 * Drift * Drift)));
        return () =>
        {
            host += Drift + (Drift * Draw.Normal(random));
            return scale * (host + Draw.Normal(random));
        };
    }
}
