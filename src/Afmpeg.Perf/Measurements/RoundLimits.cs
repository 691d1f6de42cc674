using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Measurements;

/// <summary>How many rounds a case gets before it may stop, and when it stops in any case.</summary>
/// <param name="Fewest">No fewer: what an interval needs.</param>
/// <param name="Most">No more.</param>
public sealed record RoundLimits(int Fewest, int Most)
{
    /// <summary>As few as a 95 % interval of the median needs, and twice that for a case that straddles a limit.</summary>
    public static RoundLimits Default { get; } = new(MedianInterval.FewestFor95Percent, 2 * MedianInterval.FewestFor95Percent);
}
