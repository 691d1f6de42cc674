using System.Collections.Immutable;

namespace Afmpeg.Perf.Verdicts;

/// <summary>What people decided: profiles, limits, and the decision recorded last.</summary>
/// <param name="Decision">The recorded decision.</param>
/// <param name="Profiles">The consumers.</param>
/// <param name="Limits">The limits, in the file's order.</param>
public sealed record Thresholds(RecordedDecision Decision, ImmutableArray<ConsumerProfile> Profiles, ImmutableArray<Limit> Limits)
{
    /// <summary>What callers are advised to do, and what not, in the order in which it is applied.</summary>
    public ImmutableArray<GuidanceChoice> Guidance { get; init; } = [];

    /// <summary>What each lever costs, in the order of preference.</summary>
    public ImmutableArray<LeverRating> Levers { get; init; } = [];
}
