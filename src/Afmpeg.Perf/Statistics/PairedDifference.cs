using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The difference of two lanes from rounds in which both ran one after the other: what a round adds to both cancels in its difference; the
/// estimate is the pseudo-median of these. For what one lane does on top of another; for lanes that drift by a factor,
/// <see cref="PairedRatio"/>.
/// </summary>
public static class PairedDifference
{
    /// <summary>The first time of each round less the second, with its interval, or why there is none.</summary>
    public static Reading<Estimate> Of(IEnumerable<(double Minuend, double Subtrahend)> pairs) =>
        PseudoMedian.Of([.. pairs.Select(pair => pair.Minuend - pair.Subtrahend)]);
}
