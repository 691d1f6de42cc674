using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using MathNet.Numerics.Distributions;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>Intervals of 95 % for a number of rounds that is fixed beforehand: the suite's own is compared with them.</summary>
public static class OneLook
{
    /// <summary>The signed-rank test inverted, for a two-sided error above 0 and below 1.</summary>
    public static Reading<(double Low, double High)> SignedRank(double[] logs, double error = 0.05)
    {
        var outside = Critical(logs.Length, error);
        if (outside < 0)
        {
            return Reading<(double Low, double High)>.Unavailable("no such interval");
        }

        var averages = logs.SelectMany((first, index) => logs[index..].Select(second => (first + second) / 2)).Order().ToArray();
        return Reading<(double Low, double High)>.Of((averages[outside], averages[^(outside + 1)]));
    }

    /// <summary>The largest rank sum of one sign that n observations reject at a two-sided error; -1 where none does.</summary>
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

    /// <summary>Student's interval at the level that the suite's own interval would have if its rounds were looked at once.</summary>
    public static Reading<(double Low, double High)> AsSureStudent(double[] logs) => logs.Length < SignedRankLooks.Fewest
        ? Reading<(double Low, double High)>.Unavailable("no such interval")
        : Student(logs, 2 * RankSums.Chances(logs.Length).Take((int)SignedRankLooks.Critical(logs.Length) + 1).Sum());

    /// <summary>Student's interval, of two observations or more.</summary>
    public static Reading<(double Low, double High)> Student(double[] logs, double error = 0.05)
    {
        var (mean, standardError) = MeanAndError(logs);
        var half = StudentT.InvCDF(0, 1, logs.Length - 1, 1 - (error / 2)) * standardError;
        return Reading<(double Low, double High)>.Of((mean - half, mean + half));
    }

    /// <summary>B. L. Welch's interval for the difference of two means: of rounds that are no pairs.</summary>
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
