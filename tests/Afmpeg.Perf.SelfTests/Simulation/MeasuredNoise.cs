namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>How much measured rounds (<see cref="MeasuredRounds"/>) are like the ones before.</summary>
public static class MeasuredNoise
{
    /// <summary>The correlation of a round's log ratio with the one before that the method is held to: no less than the quiet day's estimates.</summary>
    public const double Likeness = 0.15;

    /// <summary>The same for the log times of one lane, in which the host's drift is left.</summary>
    public const double LikenessOfTimes = 0.40;

    /// <summary>The correlation of neighbours in short series, of each the deviations from its own mean.</summary>
    /// <param name="series">Series with the job that they are of: the lanes of a job have their baseline in common, so that jobs are what is independent.</param>
    /// <returns>The mean over jobs, and its standard error.</returns>
    public static (double Value, double Error) Correlation(IEnumerable<(string Job, double[] Values)> series)
    {
        double[] jobs = [.. series.Where(one => one.Values.Distinct().Count() > 1).GroupBy(one => one.Job, one => Correlation(one.Values)).Select(job => job.Average())];
        var mean = jobs.Average();
        return (mean, Math.Sqrt(jobs.Sum(job => (job - mean) * (job - mean)) / (jobs.Length - 1) / jobs.Length));
    }

    /// <summary>The correlation of neighbours where the mean is known from many series of one case.</summary>
    /// <param name="series">The series.</param>
    /// <param name="apart">How many rounds apart they are.</param>
    /// <returns>The correlation.</returns>
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
        var raw = values.Zip(values.Skip(1), (one, next) => (one - mean) * (next - mean)).Sum() / values.Sum(value => (value - mean) * (value - mean));
        return ((values.Length * raw) + 1) / (values.Length - 3);
    }
}
