namespace Afmpeg.Perf.Statistics;

/// <summary>
/// How much observations are like those near them: a share of their variance is of something that lasts for a while, the rest is each one's
/// own. An interval that takes observations to be independent is too narrow then, as if there were more of them than there are (G. V.
/// Bayley and J. M. Hammersley, Supplement to the Journal of the Royal Statistical Society 8, 1946).
/// </summary>
/// <param name="Share">The correlation of two observations in one place: 0 or more, below 1, or 1 where no two are in one place.</param>
/// <param name="Scale">The distance over which the correlation falls to 1/e, above 0, in the unit of the places.</param>
public sealed record SerialCorrelation(double Share, double Scale)
{
    /// <summary>
    /// A first-order autoregression whose neighbours have a correlation above 0 and below 1; an observation's place is its number.
    /// </summary>
    public static SerialCorrelation Chain(double correlation) => new(1, -1 / Math.Log(correlation));

    /// <summary>
    /// How many times as wide an interval of the middle has to be as the scatter of the observations says: their mean varies by more, since
    /// what lasts does not average out, and they scatter by less around it, since they have it in common. 1 or more; 1 for fewer than two.
    /// </summary>
    public double InflationFactor(IReadOnlyList<double> places)
    {
        var count = places.Count;
        if (count < 2)
        {
            return 1;
        }

        var pairs = 0.0;
        for (var one = 1; one < count; one++)
        {
            for (var other = 0; other < one; other++)
            {
                pairs += Share * Math.Exp(-Math.Abs(places[one] - places[other]) / Scale);
            }
        }

        // The variance of the mean, in parts of that of one observation; observations scatter around the mean by the rest.
        var ofMean = (count + (2 * pairs)) / ((double)count * count);
        return Math.Sqrt((count - 1) * ofMean / (1 - ofMean));
    }

    /// <summary>The same for observations at even distances.</summary>
    public double InflationFactor(int count, double apart) =>
        InflationFactor([.. Enumerable.Range(0, count).Select(number => number * apart)]);
}
