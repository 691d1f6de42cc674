using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using MathNet.Numerics.Distributions;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>Intervals of 95 % for a number of rounds fixed beforehand, which the suite does not use: what its own is held against.</summary>
public static class OneLook
{
    /// <summary>The signed-rank test inverted, at one look of 5 %.</summary>
    /// <param name="logs">Observations.</param>
    /// <returns>Its ends, or why there are none.</returns>
    public static Reading<(double Low, double High)> SignedRank(double[] logs) => SignedRank(logs, 0.05);

    /// <summary>The same at another error.</summary>
    /// <param name="logs">Observations.</param>
    /// <param name="error">The chance that the interval misses the truth, above 0 and below 1.</param>
    /// <returns>Its ends, or why there are none: so many signs are never that unlikely.</returns>
    public static Reading<(double Low, double High)> SignedRank(double[] logs, double error)
    {
        var outside = Critical(logs.Length, error);
        if (outside < 0)
        {
            return Reading<(double Low, double High)>.Unavailable("no such interval");
        }

        var averages = logs.SelectMany((first, index) => logs[index..].Select(second => (first + second) / 2)).Order().ToArray();
        return Reading<(double Low, double High)>.Of((averages[outside], averages[^(outside + 1)]));
    }

    /// <summary>The critical rank sum of n observations at one look.</summary>
    /// <param name="n">Observations.</param>
    /// <param name="error">The two-sided error that is allowed.</param>
    /// <returns>The largest sum of one sign that rejects; -1 where none does.</returns>
    public static int Critical(int n, double error)
    {
        var chances = RankSums.Chances(n);
        var (critical, rejected) = (-1, 0.0);
        while (critical < chances.Length - 1 && 2 * (rejected + chances[critical + 1]) <= error)
        {
            critical++;
            rejected += chances[critical];
        }

        return critical;
    }

    /// <summary>Student's interval.</summary>
    /// <param name="logs">Observations, at least two.</param>
    /// <returns>Its ends.</returns>
    public static Reading<(double Low, double High)> Student(double[] logs) => Student(logs, 0.05);

    /// <summary>Student's interval at the level that the suite's own interval would have if its rounds were looked at once.</summary>
    /// <param name="logs">Observations, at least two.</param>
    /// <returns>Its ends, or why there are none to compare with.</returns>
    public static Reading<(double Low, double High)> AsSureStudent(double[] logs) => logs.Length < SignedRankLooks.Fewest
        ? Reading<(double Low, double High)>.Unavailable("no such interval")
        : Student(logs, 2 * RankSums.Chances(logs.Length).Take((int)SignedRankLooks.Critical(logs.Length) + 1).Sum());

    private static Reading<(double Low, double High)> Student(double[] logs, double error)
    {
        var (mean, standardError) = MeanAndError(logs);
        var half = StudentT.InvCDF(0, 1, logs.Length - 1, 1 - (error / 2)) * standardError;
        return Reading<(double Low, double High)>.Of((mean - half, mean + half));
    }

    /// <summary>B. L. Welch's interval for the difference of two means: of rounds that are no pairs.</summary>
    /// <param name="upper">Observations of one lane, at least two.</param>
    /// <param name="lower">Observations of the other.</param>
    /// <returns>Its ends.</returns>
    public static (double Low, double High) Welch(double[] upper, double[] lower)
    {
        var ((one, first), (other, second)) = (MeanAndError(upper), MeanAndError(lower));
        var (a, b) = (first * first, second * second);
        var freedom = (a + b) * (a + b) / ((a * a / (upper.Length - 1)) + (b * b / (lower.Length - 1)));
        var half = StudentT.InvCDF(0, 1, freedom, 0.975) * Math.Sqrt(a + b);
        return (one - other - half, one - other + half);
    }

    private static (double Mean, double Error) MeanAndError(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length));
    }
}
