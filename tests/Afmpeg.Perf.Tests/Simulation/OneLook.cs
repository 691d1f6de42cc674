using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using MathNet.Numerics.Distributions;

namespace Afmpeg.Perf.Tests.Simulation;

/// <summary>Intervals of 95 % for a number of rounds fixed beforehand, which the suite does not use: what its own is held against.</summary>
public static class OneLook
{
    // F. Wilcoxon and R. A. Wilcox, 1964, table 2: two-sided, 0.05, from six observations on.
    private static readonly int[] Critical = [0, 2, 3, 5, 8];

    /// <summary>The signed-rank test inverted, with the published critical sums of one look.</summary>
    /// <param name="logs">Observations.</param>
    /// <returns>Its ends, or why there are none.</returns>
    public static Reading<(double Low, double High)> SignedRank(double[] logs)
    {
        if (logs.Length < SignedRankLooks.Fewest)
        {
            return Reading<(double Low, double High)>.NotMeasured("no such interval");
        }

        var averages = logs.SelectMany((first, index) => logs[index..].Select(second => (first + second) / 2)).Order().ToArray();
        var outside = Critical[logs.Length - SignedRankLooks.Fewest];
        return Reading<(double Low, double High)>.Of((averages[outside], averages[^(outside + 1)]));
    }

    /// <summary>Student's interval.</summary>
    /// <param name="logs">Observations, at least two.</param>
    /// <returns>Its ends.</returns>
    public static Reading<(double Low, double High)> Student(double[] logs) => Student(logs, 0.05);

    /// <summary>Student's interval at the level that the suite's own interval would have if its rounds were looked at once.</summary>
    /// <param name="logs">Observations, at least two.</param>
    /// <returns>Its ends, or why there are none to compare with.</returns>
    public static Reading<(double Low, double High)> AsSureStudent(double[] logs)
    {
        // Rank sums of n up to the critical one, over all signs: 1, 2, 5, 7, 7 of them, and as many of the other sign.
        int[] rejected = [1, 2, 5, 7, 7];
        return logs.Length < SignedRankLooks.Fewest
            ? Reading<(double Low, double High)>.NotMeasured("no such interval")
            : Student(logs, 2 * rejected[logs.Length - SignedRankLooks.Fewest] / Math.Pow(2, logs.Length));
    }

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
