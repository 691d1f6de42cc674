using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// Student's interval of a mean (W. S. Gosset, Biometrika 6, 1908). For the windows of lanes that share a core: each is an average over
/// thousands of turns of the kernel, and their log ratios scatter evenly.
/// </summary>
public static class MeanInterval
{
    /// <summary>The coverage of a reported interval.</summary>
    public const double Reported = 0.95;

    /// <summary>The fewest observations with an interval: two have a quantile of 12.7.</summary>
    public const int Fewest = 3;

    /// <summary>The mean of independent observations with its interval of a level, above 0 and below 1, or why there is none.</summary>
    public static Reading<Estimate> Of(IReadOnlyCollection<double> observations, double level)
    {
        if (observations.Any(value => !double.IsFinite(value)))
        {
            return Reading<Estimate>.Unavailable("a window's ratio is not a finite number above 0: a lane has no processor time there");
        }

        if (observations.Count < Fewest)
        {
            return Reading<Estimate>.Unavailable(
                $"{CountText.Of(observations.Count, "window", "support")} no interval: at least {Fewest} are needed");
        }

        var mean = observations.Average();
        var half = Student.Quantile(observations.Count - 1, (1 - level) / 2) * StandardError(observations);
        return Reading<Estimate>.Of(new Estimate(mean, mean - half, mean + half, observations.Count, level));
    }

    /// <summary>The standard error of the mean of two independent observations or more.</summary>
    internal static double StandardError(IReadOnlyCollection<double> observations)
    {
        var mean = observations.Average();
        return Math.Sqrt(observations.Sum(value => (value - mean) * (value - mean)) / (observations.Count - 1) / observations.Count);
    }
}
