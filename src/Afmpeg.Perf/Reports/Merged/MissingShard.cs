using System.Collections.Immutable;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Reports.Merged;

/// <summary>A shard that none of the merged runs is.</summary>
/// <param name="Shard">Which.</param>
/// <param name="Cases">What it was to measure and no other run did.</param>
public sealed record MissingShard(Shard Shard, ImmutableArray<string> Cases)
{
    /// <summary>Why its cases have no reading.</summary>
    public string Reason => $"shard {Shard.Number} of {Shard.Count} is missing";
}
