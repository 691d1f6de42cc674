using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.SharedCore;

/// <summary>The tables of docs/trust.md about lanes that share a core are made of the windows that docs/trust keeps.</summary>
public sealed class OneCoreEvidenceRules
{
    private static readonly Lazy<ImmutableArray<(string Machine, CoreWindow Window)>> Kept = new(() =>
    [
        // No two windows took the same time to the last digit.
        .. Cells("one-core.csv").GroupBy(row => (Machine: row[0], Job: row[1], Number: row[2], Core: row[3], Seconds: row[4]))
            .Select(window => (window.Key.Machine, new CoreWindow(
            "kept", default, "", window.Key.Job, int.Parse(window.Key.Number), int.Parse(window.Key.Core), double.Parse(window.Key.Seconds),
            [.. window.Select(row => new CoreShare(row[5], int.Parse(row[6]), double.Parse(row[7]), double.Parse(row[7])))]))),
    ]);

    [Fact]
    public void The_tables_agree_with_the_windows()
    {
        var (kept, current) = (Repository.PathOf("docs", "trust.md"), Repository.PathOf("artifacts", "trust.md"));
        File.WriteAllText(current, DocumentBlocks.Replaced(DocumentBlocks.Replaced(File.ReadAllText(kept), "itself", Itself()), "lanes",
            Lanes()));

        File.ReadAllText(kept).Should().Be(File.ReadAllText(current), because: "its tables are of those windows; accept the new ones "
            + $"with: mv '{current}' '{kept}'");
    }

    [Theory]
    [InlineData("quiet")]
    [InlineData("busy")]
    public void A_lane_against_itself_is_within_one_percent(string machine) =>
        Pairs(machine).Should().HaveCount(3).And.OnlyContain(pair => Math.Abs(Change(pair).Value - 1) < 0.01);

    [Fact]
    public void A_busy_neighbour_moves_no_ratio_by_more_than_three_percent()
    {
        foreach (var lane in RunLanes())
        {
            (Ratio("busy-run", lane).Value / Ratio("quiet-run", lane).Value).Should().BeInRange(0.97, 1.03, lane);
        }
    }

    private static IEnumerable<string> Itself() => DocumentBlocks.Table(
        ["machine", "lane", "windows", "scatter of a window", "B against A", "verdict"],
        from machine in (string[])["quiet", "busy"]
        from pair in Pairs(machine)
        select (string[])[machine, pair.Before.Split(' ')[0], $"{pair.Logs.Count}", $"{100 * Scatter(pair.Logs):0.00} %", pair.ChangeText,
            pair.Words]);

    private static IEnumerable<string> Lanes()
    {
        var rounds = Cells("one-core-rounds.csv").ToDictionary(row => (row[0], row[1]),
            row => new Estimate(double.Parse(row[2]), double.Parse(row[3]), double.Parse(row[4]), 1, 0.95));
        return DocumentBlocks.Table(
            ["lane", "quiet, one core", "quiet, by rounds", "busy, one core", "busy, by rounds"],
            RunLanes().Select(lane => (string[])[lane, $"{Ratio("quiet-run", lane)}", $"{rounds[("quiet", lane)]}",
                $"{Ratio("busy-run", lane)}", $"{rounds[("busy", lane)]}"]));
    }

    private static IEnumerable<string> RunLanes() =>
        Kept.Value.First(kept => kept.Machine == "quiet-run").Window.Shares.Select(share => share.Lane)
            .Where(lane => lane != CoreGroup.Reference.Name);

    private static IEnumerable<PairComparison> Pairs(string machine) => Kept.Value.Where(kept => kept.Machine == machine)
        .GroupBy(kept => kept.Window.Shares[0].Lane, kept => kept.Window)
        .Select(pair => (Windows: pair, Names: pair.First().Shares.Select(share => share.Lane).ToArray()))
        .Select(pair => new PairComparison(pair.Windows.First().Job, pair.Names[0], pair.Names[1],
            CoreRatio.Logs(pair.Windows, pair.Names[1], pair.Names[0]), PairLooks.Tolerance, PairCount: 1));

    private static Estimate Ratio(string machine, string lane)
    {
        CoreRatio.Of(Kept.Value.Where(kept => kept.Machine == machine).Select(kept => kept.Window), lane, CoreGroup.Reference.Name)
            .TryGet(out var ratio).Should().BeTrue();
        return ratio!;
    }

    private static Estimate Change(PairComparison pair)
    {
        pair.Change.TryGet(out var change).Should().BeTrue();
        return change!;
    }

    private static double Scatter(IReadOnlyList<double> logs) =>
        Math.Sqrt(logs.Sum(log => (log - logs.Average()) * (log - logs.Average())) / (logs.Count - 1));

    private static IEnumerable<string[]> Cells(string file) =>
        File.ReadLines(Repository.PathOf("docs", "trust", file)).Skip(1)
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','));
}
