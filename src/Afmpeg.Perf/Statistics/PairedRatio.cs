using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The ratio of two lanes from rounds in which both ran one after the other: the host's drift is in both, so that it cancels in each
/// round's log ratio; the estimate is the pseudo-median of these.
/// </summary>
public static class PairedRatio
{
    /// <summary>The first time of each round over the second, both above 0, with its interval, or why there is none.</summary>
    public static Reading<Estimate> Of(IEnumerable<(double Numerator, double Denominator)> pairs)
    {
        (double Numerator, double Denominator)[] rounds = [.. pairs];
        return rounds.Any(round => round.Numerator <= 0 || round.Denominator <= 0)
            ? Reading<Estimate>.Unavailable("a round's time is not above 0")
            : PseudoMedian.OfLogs(rounds.Select(round => round.Numerator / round.Denominator));
    }
}
