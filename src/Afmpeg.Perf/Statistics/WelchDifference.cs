using Afmpeg.Perf.Foundation;
using MathNet.Numerics.Distributions;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The difference of two means whose variances may differ (B. L. Welch, Biometrika 34, 1947), with the degrees of freedom of Welch and
/// Satterthwaite (F. E. Satterthwaite, Biometrics Bulletin 2, 1946). For rounds of two runs, which are not paired with each other.
/// </summary>
/// <param name="Value">The mean of the later observations less that of the earlier ones.</param>
/// <param name="StandardError">Its standard error, 0 or more.</param>
/// <param name="Freedom">Degrees of freedom, above 0.</param>
/// <param name="Variances">The variances of both samples, added: the squared standard error times n where both have n observations.</param>
/// <param name="Count">How many observations both samples have together.</param>
public sealed record WelchDifference(double Value, double StandardError, double Freedom, double Variances, int Count)
{
    /// <summary>The fewest observations of a sample that have a variance.</summary>
    public const int Fewest = 2;

    // More rounds than that are not worth a session: what needs them is better measured on a quieter host.
    private const int MostRounds = 200;

    /// <summary>The chance of a difference at least as far from none, to either side, where there is none.</summary>
    public double Chance => StandardError > 0 ? 2 * StudentT.CDF(0, 1, Freedom, -Math.Abs(Value) / StandardError) : Value == 0 ? 1 : 0;

    /// <summary>Estimates the difference.</summary>
    /// <param name="before">Independent observations, finite.</param>
    /// <param name="after">Independent observations, finite.</param>
    /// <returns>The difference, or why there is none: a sample with fewer than <see cref="Fewest"/> observations tells nothing of its scatter.</returns>
    public static Reading<WelchDifference> Of(IReadOnlyCollection<double> before, IReadOnlyCollection<double> after)
    {
        if (before.Concat(after).Any(observation => !double.IsFinite(observation)))
        {
            return Reading<WelchDifference>.NotMeasured("an observation is not a finite number");
        }

        if (Math.Min(before.Count, after.Count) < Fewest)
        {
            return Reading<WelchDifference>.NotMeasured($"{before.Count} and {after.Count} rounds support no difference: at least {Fewest} on each side are needed");
        }

        var (first, second) = (Variance(before), Variance(after));
        var (ofFirst, ofSecond) = (first / before.Count, second / after.Count);
        var squared = ofFirst + ofSecond;
        var freedom = squared > 0
            ? squared * squared / ((ofFirst * ofFirst / (before.Count - 1)) + (ofSecond * ofSecond / (after.Count - 1)))
            : before.Count + after.Count - 2;
        return Reading<WelchDifference>.Of(new WelchDifference(
            after.Average() - before.Average(), Math.Sqrt(squared), freedom, first + second, before.Count + after.Count));
    }

    /// <summary>The difference with its interval.</summary>
    /// <param name="level">Its coverage, above 0 and below 1.</param>
    /// <returns>The estimate.</returns>
    public Estimate Interval(double level)
    {
        var half = StandardError > 0 ? StudentT.InvCDF(0, 1, Freedom, (1 + level) / 2) * StandardError : 0;
        return new Estimate(Value, Value - half, Value + half, Count, level);
    }

    /// <summary>How many rounds on each side would show that the truth lies on this side of a bound, if both went on to scatter as they did.</summary>
    /// <param name="distance">How far the estimate lies from the bound.</param>
    /// <param name="chance">The one-sided error that is allowed, above 0 and below 1/2.</param>
    /// <returns>Rounds, 2 or more; null where it would take more than 200.</returns>
    public int? RoundsToShow(double distance, double chance)
    {
        for (var rounds = Fewest; rounds <= MostRounds && distance > 0; rounds++)
        {
            if (StudentT.InvCDF(0, 1, (2 * rounds) - 2, 1 - chance) * Math.Sqrt(Variances / rounds) <= distance)
            {
                return rounds;
            }
        }

        return null;
    }

    private static double Variance(IReadOnlyCollection<double> observations)
    {
        var mean = observations.Average();
        return observations.Sum(value => (value - mean) * (value - mean)) / (observations.Count - 1);
    }
}
