using System.Diagnostics.CodeAnalysis;

namespace Afmpeg.Perf.Matrix;

/// <summary>
/// How a selection of cases is divided into shards: whole jobs, since the cases of one share their native baselines; and with a long reel
/// the shorter ones that predict it. The dearest goes first, each to the shard with the least so far; ids settle what is equal. Nothing of
/// the machine enters into it.
/// </summary>
public static class ShardDivision
{
    /// <summary>Divides cases.</summary>
    /// <param name="cases">The selection, baselines included, in the order of the matrix.</param>
    /// <param name="shards">How many shards, 1 or more.</param>
    /// <param name="costs">What cases cost.</param>
    /// <returns>The cases of each shard, in the given order; none for those that are more than there are jobs.</returns>
    public static ImmutableArray<ImmutableArray<BenchmarkCase>> Of(ImmutableArray<BenchmarkCase> cases, int shards, CaseCosts costs)
    {
        // A reel on its own selection brings the shorter ones along: apart, both shards would measure them.
        var reels = cases.Where(benchmarkCase => ReelJobs.IsTest(benchmarkCase.Job))
            .SelectMany(test => cases.Where(other => ReelJobs.Needs(test, other)).Select(other => (Short: other.Job.Id, Long: test.Job.Id)))
            .GroupBy(pair => pair.Short)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.Long).Min(StringComparer.Ordinal)!);
        var pieces = cases.GroupBy(benchmarkCase => reels.GetValueOrDefault(benchmarkCase.Job.Id, benchmarkCase.Job.Id))
            .Select(piece => (
                Key: CaseCosts.JobKey($"{piece.Key}/"),
                Cost: piece.Select(benchmarkCase => CaseCosts.Key(benchmarkCase.Id)).Distinct().Sum(costs.Of),
                Ids: piece.Select(benchmarkCase => benchmarkCase.Id).ToArray()))
            .OrderByDescending(piece => piece.Cost)
            .ThenBy(piece => piece.Key, StringComparer.Ordinal);

        var shardOf = new Dictionary<string, int>();
        var loads = new PriorityQueue<int, (decimal Load, int Shard)>(Enumerable.Range(0, shards).Select(shard => (shard, (0m, shard))));
        foreach (var piece in pieces)
        {
            loads.TryDequeue(out var shard, out var load);
            foreach (var id in piece.Ids)
            {
                shardOf[id] = shard;
            }

            loads.Enqueue(shard, (load.Load + piece.Cost, shard));
        }

        var divided = cases.ToLookup(benchmarkCase => shardOf[benchmarkCase.Id]);
        return [.. Enumerable.Range(0, shards).Select(shard => divided[shard].ToImmutableArray())];
    }
}

/// <summary>One of several parts of a run, each of which a machine of its own measures.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Count">How many there are, 1 or more.</param>
public sealed record Shard(int Number, int Count)
{
    /// <summary>Reads K/N.</summary>
    /// <returns>False for anything but two whole numbers of which the first is 1 or more and at most the second.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Shard? shard)
    {
        var parts = text.Split('/');
        shard =
            parts.Length == 2 && IsNumber(parts[0], out var number) && IsNumber(parts[1], out var count) && number >= 1 && number <= count
            ? new Shard(number, count)
            : null;
        return shard is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Number}/{Count}";

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);
}

/// <summary>Which shard a run is, and what the others measure: a merge knows from it what is missing where one never came back.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="Division">The ids of the cases of every shard, this one's included, as this machine has them.</param>
public sealed record ShardOfRun(Shard Shard, ImmutableArray<ImmutableArray<string>> Division)
{
    /// <summary>The division without what follows a machine's cores: equal for shards that belong together.</summary>
    public string Selection() =>
        string.Join('\n', Division.Select(cases => string.Join(' ', cases.Select(CaseCosts.Key).Distinct())));
}
