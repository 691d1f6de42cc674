using System.Text.Json;
using System.Text.RegularExpressions;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Matrix;

/// <summary>
/// What cases cost when they were recorded, all rounds of a run in seconds: what shards are balanced by. The same on every machine. The
/// file is what the committed runs took; CaseCostsRules holds it to that, makes it anew and says how to accept it.
/// </summary>
public sealed partial class CaseCosts
{
    private static readonly Lazy<CaseCosts> Kept =
        new(() => new CaseCosts(JsonSerializer.Deserialize<Dictionary<string, decimal>>(EmbeddedText.Read("Matrix.case-costs.json"))!));

    private readonly ImmutableSortedDictionary<string, decimal> costs;
    private readonly ImmutableDictionary<string, decimal> byLane;
    private readonly ImmutableDictionary<string, decimal> byWorkload;
    private readonly decimal ofAll;

    /// <summary>A table of costs.</summary>
    /// <param name="costs">Seconds, above 0, by <see cref="Key"/>; one entry or more.</param>
    public CaseCosts(IReadOnlyDictionary<string, decimal> costs)
    {
        this.costs = costs.ToImmutableSortedDictionary(StringComparer.Ordinal);
        byLane = Medians(LaneOf);
        byWorkload = Medians(WorkloadOf);
        ofAll = Median(this.costs.Values);
    }

    /// <summary>The costs that the repository keeps.</summary>
    public static CaseCosts Recorded => Kept.Value;

    /// <summary>The keys that have a cost of their own.</summary>
    public IEnumerable<string> Keys => costs.Keys;

    /// <summary>
    /// What a case's cost is kept under. How many instances a batch, a pool, a fleet or a split job has follows the machine's cores: all
    /// such lanes of a job are one entry, so that machines of different sizes divide alike.
    /// </summary>
    /// <returns>The case's id without numbers of instances.</returns>
    public static string Key(string caseId) => OverInstances().Replace(JobKey(caseId), "/@");

    /// <summary>A case's cost; without one of its own its lane's median, else its workload's, else that of all.</summary>
    /// <returns>Seconds, above 0.</returns>
    public decimal Of(string key) =>
        costs.TryGetValue(key, out var own) ? own
        : byLane.TryGetValue(LaneOf(key), out var lane) ? lane
        : byWorkload.TryGetValue(WorkloadOf(key), out var workload) ? workload
        : ofAll;

    /// <summary>An id without the copies of a batch.</summary>
    public static string JobKey(string id) => Copies().Replace(id, "-xN/", 1);

    private ImmutableDictionary<string, decimal> Medians(Func<string, string> part) =>
        costs.GroupBy(cost => part(cost.Key)).ToImmutableDictionary(group => group.Key, group => Median(group.Select(cost => cost.Value)));

    // Of an even number the larger middle one: a cost is never made up.
    private static decimal Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string LaneOf(string key) => key[(key.LastIndexOf('/') + 1)..];

    private static string WorkloadOf(string key) => key.Split('/')[0];

    [GeneratedRegex(@"-x\d+/", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Copies();

    [GeneratedRegex(@"/[^/]*@(fleet|pool|runtimes|segments)\d+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OverInstances();
}
