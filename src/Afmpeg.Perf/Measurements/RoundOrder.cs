using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Measurements;

/// <summary>
/// The order of a round's lanes: a row of a <see cref="WilliamsDesign"/> over the lanes of a job, so that no place and no lane that ran
/// just before favours one of them. Which lane is which treatment, and which row comes when, is shuffled by seed and job alone: a resumed
/// run goes on in the order that it began with.
/// </summary>
public static class RoundOrder
{
    /// <summary>The round's cases in their order.</summary>
    /// <param name="all">All planned cases of one job, whichever of them still run: the design is over these.</param>
    /// <param name="active">Those of them that run in this round. A lane that left leaves a gap, and the others keep their order.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="round">The round, from 1. Every n rounds give each of n lanes each place once; as many as the design has rows, each
    /// predecessor equally often.</param>
    public static ImmutableArray<BenchmarkCase> Of(IEnumerable<BenchmarkCase> all, IEnumerable<BenchmarkCase> active, int seed, int round)
    {
        BenchmarkCase[] lanes = [.. Shuffled(all, benchmarkCase => $"{seed}/{benchmarkCase.Id}")];
        if (lanes.Length == 0)
        {
            return [];
        }

        var kept = active.Select(benchmarkCase => benchmarkCase.Id).ToHashSet();
        return [.. Row(lanes.Length, $"{seed}/{lanes[0].Job.Id}", round)
            .Select(lane => lanes[lane]).Where(benchmarkCase => kept.Contains(benchmarkCase.Id))];
    }

    // Square after square, so that an odd design, too, has each lane in each place once within n rounds; after the last the first begins
    // anew, shuffled anew.
    private static ImmutableArray<int> Row(int lanes, string key, int round)
    {
        var squares = WilliamsDesign.Of(lanes);
        var (turn, row) = Math.DivRem(round - 1, lanes);
        var (cycle, square) = Math.DivRem(turn, squares.Length);
        var chosen = Shuffled(squares.Index(), candidate => $"{key}/{cycle}/{candidate.Index}").ElementAt(square);
        return Shuffled(chosen.Item.Index(), candidate => $"{key}/{cycle}/{chosen.Index}/{candidate.Index}").ElementAt(row).Item;
    }

    private static IEnumerable<T> Shuffled<T>(IEnumerable<T> items, Func<T, string> key) =>
        items.OrderBy(item => TextHash.Of(key(item)), StringComparer.Ordinal);
}
