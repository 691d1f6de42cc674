using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Afmpeg.Perf.Measurements;

/// <summary>The order of a round's lanes: a shuffle that depends on seed, job and round alone, so that a resumed run goes on in the order that it began with.</summary>
public static class RoundOrder
{
    /// <summary>The round's cases, shuffled.</summary>
    /// <param name="cases">The cases of one job.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="round">The round.</param>
    /// <returns>The same cases in their order.</returns>
    public static ImmutableArray<BenchmarkCase> Of(IEnumerable<BenchmarkCase> cases, int seed, int round) =>
        [.. cases.OrderBy(planned => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{round}/{planned.Id}"))), StringComparer.Ordinal)];
}
