namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>The autocorrelation of measured rounds (<see cref="MeasuredRounds"/>): how much each is like the one before.</summary>
public static class MeasuredNoise
{
    /// <summary>The autocorrelation of log ratios that the method must stand: no less than the quiet day's estimates.</summary>
    public const double Likeness = 0.15;

    /// <summary>The same for the log times of one lane, in which the host's drift is left.</summary>
    public const double LikenessOfTimes = 0.40;

    /// <summary>
    /// The autocorrelation of short series, each about its own mean: the mean over jobs, and its standard error. Lanes of one job share its
    /// baseline, so that only jobs are independent.
    /// </summary>
    public static (double Value, double Error) Correlation(IEnumerable<(string Job, double[] Values)> series)
    {
        double[] jobs = [.. series.Where(one => one.Values.Distinct().Count() > 1).GroupBy(one => one.Job, one => Correlation(one.Values))
            .Select(job => job.Average())];
        var mean = jobs.Average();
        return (mean, Math.Sqrt(jobs.Sum(job => (job - mean) * (job - mean)) / (jobs.Length - 1) / jobs.Length));
    }

    /// <summary>The autocorrelation of rounds so far apart, about a mean that is known from many series of one case.</summary>
    public static double CorrelationAbout(IReadOnlyCollection<double[]> series, int apart = 1)
    {
        var mean = series.SelectMany(values => values).Average();
        var products = series.SelectMany(values => values.Zip(values.Skip(apart), (one, next) => (one - mean) * (next - mean)));
        return products.Average() / series.SelectMany(values => values).Average(value => (value - mean) * (value - mean));
    }

    // Off its own mean a series of n has a correlation that is too low by (1 + 3 rho) / n: M. G. Kendall, Biometrika 41, 1954, page 404.
    private static double Correlation(double[] values)
    {
        var mean = values.Average();
        var raw = values.Zip(values.Skip(1), (one, next) => (one - mean) * (next - mean))
            .Sum() / values.Sum(value => (value - mean) * (value - mean));
        return ((values.Length * raw) + 1) / (values.Length - 3);
    }
}
