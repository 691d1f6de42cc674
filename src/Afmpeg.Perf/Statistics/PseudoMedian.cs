using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The pseudo-median of observations that scatter symmetrically, as log ratios of paired rounds do: the median of all averages of two (J.
/// L. Hodges and E. L. Lehmann, Annals of Mathematical Statistics 34, 1963). Its interval holds what the signed-rank test does not reject,
/// at the level that is left at that look (<see cref="SignedRankLooks"/>): exact where a case stopped early, too.
/// </summary>
public static class PseudoMedian
{
    /// <summary>The pseudo-median and its interval, 95 % or more.</summary>
    public static Reading<Estimate> Of(IReadOnlyCollection<double> observations)
    {
        if (observations.Any(observation => !double.IsFinite(observation)))
        {
            return Reading<Estimate>.Unavailable("an observation is not a finite number");
        }

        var count = observations.Count;
        if (count < SignedRankLooks.Fewest)
        {
            return Reading<Estimate>.Unavailable(
                $"{CountText.Of(count, "round", "support")} no 95 % interval: at least {SignedRankLooks.Fewest} are needed");
        }

        var averages = new WalshAverages(observations);
        var outside = SignedRankLooks.Critical(count);
        return Reading<Estimate>.Of(new Estimate(
            averages.Median, averages.Smallest(outside), averages.Smallest(averages.Count - 1 - outside), count,
                1 - SignedRankLooks.Crossing(count)));
    }

    /// <summary>
    /// The same on the scale of logarithms: for ratios, times and rates, whose scatter is by factors. Two to five observations have their
    /// mean on that scale, with the interval of <see cref="FewRounds"/>. The interval is so many times as wide as that of independent
    /// observations (<see cref="SerialCorrelation"/>).
    /// </summary>
    public static Reading<Estimate> OfLogs(IEnumerable<double> observations, double inflation = 1)
    {
        double[] positive = [.. observations];
        if (positive.Any(observation => observation <= 0))
        {
            return Reading<Estimate>.Unavailable("an observation is not above 0, so it has no logarithm");
        }

        double[] logs = [.. positive.Select(observation => Math.Log(observation))];
        return (logs.Length < SignedRankLooks.Fewest ? FewRounds.Of(logs) : Of(logs))
            .Select(estimate => estimate.Map(Math.Exp).Inflated(inflation));
    }
}
