namespace Afmpeg.Perf.Tests.Simulation;

/// <summary>What a host does to the times of two lanes, round by round, on the scale of logarithms.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Says">What it is, for the tables' readers.</param>
/// <param name="Begin">
/// Begins a case: what the rounds of one case add to the time of either lane. Scaled so that the log ratio of a round has a standard
/// deviation of 1.
/// </param>
public sealed record NoiseModel(string Name, string Says, Func<Random, Func<(double Upper, double Lower)>> Begin)
{
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
}
