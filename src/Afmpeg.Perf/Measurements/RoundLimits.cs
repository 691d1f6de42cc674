using System.Collections.Immutable;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Measurements;

/// <summary>After how many rounds a case is looked at: it may stop there and nowhere between, since every look costs some of the level.</summary>
/// <param name="Looks">The rounds of the looks, ascending, at least one.</param>
public sealed record RoundLimits(ImmutableArray<int> Looks)
{
    /// <summary>The looks that the intervals are made for.</summary>
    public static RoundLimits Default { get; } = new([.. SignedRankLooks.Rounds]);

    /// <summary>One round, for a job too long to be repeated.</summary>
    public static RoundLimits Once { get; } = new([1]);

    /// <summary>No fewer rounds, as long as the budget lasts.</summary>
    public int Fewest => Looks[0];

    /// <summary>No more rounds.</summary>
    public int Most => Looks[^1];
}
