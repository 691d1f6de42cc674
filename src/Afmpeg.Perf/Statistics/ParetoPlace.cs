using System.Collections.Immutable;

namespace Afmpeg.Perf.Statistics;

/// <summary>A point's place in a comparison by several objectives.</summary>
/// <param name="Index">The point's index among those compared.</param>
/// <param name="BeatenBy">The indices of all points that beat it; empty on the front.</param>
public sealed record ParetoPlace(int Index, ImmutableArray<int> BeatenBy)
{
    /// <summary>Whether no other point beats it.</summary>
    public bool IsOnFront => BeatenBy.IsEmpty;
}
