using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// Observations far from the others, by the modified z-score of B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers (ASQC
/// Basic References in Quality Control 16, 1993), pages 11 to 13: its median and median absolute deviation (MAD) are not moved by what they
/// are to find, as mean and standard deviation are. Undisturbed normal noise has 3.4 % of observations flagged where there are 7, 1.1 %
/// where there are 14.
/// </summary>
public static class Outliers
{
    /// <summary>
    /// How many standard deviations, as the MAD estimates them, an observation may lie from the median: Iglewicz and Hoaglin, page 12.
    /// </summary>
    public const double Limit = 3.5;

    // The quartile of the standard normal distribution, to the digits that Iglewicz and Hoaglin use.
    private const double MadOfStandardNormal = 0.6745;

    // sqrt(pi / 2), which makes a standard deviation of a mean absolute deviation: IBM SPSS and Cognos score by it where the MAD is 0.
    private const double DeviationByMeanDeviation = 1.253314;

    /// <summary>
    /// How far each observation lies from the median, in standard deviations that outliers do not widen; below 0 for the smaller. If more
    /// than half are equal, so that the MAD is 0, the mean absolute deviation takes its place; if all are equal, all scores are 0.
    /// </summary>
    /// <exception cref="ArgumentException">An observation is not finite.</exception>
    public static ImmutableArray<double> Scores(IReadOnlyList<double> observations)
    {
        if (observations.Any(observation => !double.IsFinite(observation)))
        {
            throw new ArgumentException("an observation is not a finite number", nameof(observations));
        }

        if (observations.Count == 0)
        {
            return [];
        }

        var median = observations.Median();
        double[] deviations = [.. observations.Select(observation => Math.Abs(observation - median))];
        var mad = deviations.Median();
        var unit = mad > 0 ? mad / MadOfStandardNormal : DeviationByMeanDeviation * deviations.Average();
        return [.. observations.Select(observation => unit > 0 ? (observation - median) / unit : 0)];
    }

    /// <summary>The indices of the observations whose score is beyond <see cref="Limit"/>, ascending.</summary>
    /// <exception cref="ArgumentException">An observation is not finite.</exception>
    public static ImmutableArray<int> Of(IReadOnlyList<double> observations) =>
        [.. Scores(observations).Index().Where(score => Math.Abs(score.Item) > Limit).Select(score => score.Index)];
}
