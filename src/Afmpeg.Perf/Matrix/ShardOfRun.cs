using System.Collections.Immutable;

namespace Afmpeg.Perf.Matrix;

/// <summary>Which shard a run is, and what the others are to measure: a merge tells from it what is missing where one never came back.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="Division">The ids of the cases of every shard, this one's included, as this machine has them.</param>
public sealed record ShardOfRun(Shard Shard, ImmutableArray<ImmutableArray<string>> Division)
{
    /// <summary>The division without what follows a machine's cores: equal for shards that belong together.</summary>
    /// <returns>A text that is compared and not read.</returns>
    public string Selection() =>
        string.Join('\n', Division.Select(cases => string.Join(' ', cases.Select(CaseCosts.Key).Distinct())));
}
