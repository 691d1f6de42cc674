using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Decisions;

/// <summary>The guidance as a table: what callers are advised to do and what not, each with its gain and what it gives up.</summary>
public static class GuidanceTable
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("guidance", "guidance", "", "What a caller changes by an option or a sentence, in the order in which it is applied."),
        new("adopted", "adopted", "", "Whether people adopted it (thresholds.json)."),
        new("latency", "one job", "x", "How many times as fast the reference transcode gets, as shipped, by paired rounds; for guidance "
            + "on another job, that one."),
        new("throughput", "a batch", "x", "How many times as many jobs of a batch are done in the same time."),
        new("rescued", "rescues", "count", "Judgements that are exceeded without it and within with it."),
        new("broken", "breaks", "count", "Judgements that are within without it and no longer surely within with it."),
        .. LeverCostCells.Columns,
        new("givesUp", "gives up", "", "What a caller who follows it gives up."),
        new("why", "why", "", "Why people adopted or rejected it."),
    ];

    /// <summary>The table.</summary>
    /// <param name="board">The board.</param>
    /// <returns>A row per piece of guidance; null where the run measured the gain of none.</returns>
    public static AxisTable? Of(LeverBoard board) => board.Guidance.All(guidance => guidance.Gains.IsEmpty) ? null : new AxisTable(
        "caller-guidance",
        "Guidance first",
        Reading<string>.Of(Sentence(board)),
        Columns,
        [.. board.Guidance.Select(Row)],
        [.. board.Guidance.Select(guidance => $"{guidance.Change.Id}: {guidance.Change.Title}.")]);

    private static string Sentence(LeverBoard board)
    {
        var adopted = board.Guidance.Where(guidance => guidance.Choice.IsAdopted).Select(guidance => guidance.Change.Id).ToArray();
        return adopted.Length == 0
            ? "No guidance is adopted: the decision is about what upstream ships, as it is."
            : $"Callers are advised on {AxisText.List(adopted)}; the decision is made with that in place.";
    }

    private static ImmutableArray<AxisCell> Row(GuidanceReading guidance) =>
    [
        AxisCell.Of(guidance.Change.Id),
        AxisCell.Of(guidance.Choice.IsAdopted ? "adopted" : "rejected"),
        LeverGain.Cell(guidance.Gains.Where(gain => !gain.IsThroughput)),
        LeverGain.Cell(guidance.Gains.Where(gain => gain.IsThroughput)),
        AxisCell.Exact(guidance.Rescued, $"{guidance.Rescued}"),
        AxisCell.Exact(guidance.Broken, $"{guidance.Broken}"),
        .. LeverCostCells.Of(guidance.Costs),
        AxisCell.Of(guidance.Choice.GivesUp),
        AxisCell.Of(guidance.Choice.Why),
    ];
}
