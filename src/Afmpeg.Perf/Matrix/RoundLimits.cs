using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Matrix;

/// <summary>After how many rounds a case is looked at: it may stop only there, since every look costs some of the level.</summary>
/// <param name="Looks">The rounds of the looks, ascending, at least one.</param>
public sealed record RoundLimits(ImmutableArray<int> Looks)
{
    /// <summary>The looks that the intervals are made for.</summary>
    public static RoundLimits Default { get; } = new([.. SignedRankLooks.Rounds]) { Early = [.. FewRounds.Looks] };

    /// <summary>One round, for a job too long to be repeated.</summary>
    public static RoundLimits Once { get; } = new([1]);

    /// <summary>The rounds of the looks before those, at which only a case beyond doubt stops; ascending, often none.</summary>
    public ImmutableArray<int> Early { get; init; } = [];

    /// <summary>The fewest rounds of a case that does not stop early: only the hard limit ends a run before them.</summary>
    public int Fewest => Looks[0];

    /// <summary>No more rounds.</summary>
    public int Most => Looks[^1];

    /// <summary>Whether a case is looked at after so many rounds.</summary>
    public bool HasLookAfter(int rounds) => Looks.Contains(rounds) || Early.Contains(rounds);
}
