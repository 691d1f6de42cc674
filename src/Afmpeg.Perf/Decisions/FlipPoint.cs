using System.Collections.Immutable;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>How far limits would have to move, all by one factor, for the decision to be another one.</summary>
/// <param name="Limits">The limits that move; the others stay.</param>
/// <param name="Factor">
/// The factor nearest to 1 at which the decision is another one, above 1 where every limit allows more; null where there is none.
/// </param>
/// <param name="Decision">That decision; null where there is none.</param>
public sealed record FlipPoint(ImmutableArray<Limit> Limits, double? Factor, MeasuredDecision? Decision)
{
    /// <summary>A limit's bound after it has moved.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="factor">The factor: above 1 it allows more.</param>
    /// <returns>The limit with its new bound.</returns>
    public static Limit Moved(Limit limit, double factor) => limit.AtMost is { } most
        ? limit with { AtMost = most * factor }
        : limit with { AtLeast = limit.AtLeast / factor };
}
