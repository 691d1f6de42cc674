using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>The levers as tables: every report format shows the same cells.</summary>
public static class LeverTable
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("lever", "lever", "", "What is changed, and nothing else."),
        new("latency", "one job", "x", "How many times as fast the reference transcode gets with the guidance in place, by paired "
            + "rounds; for a lever on a longer job or a reel, that one."),
        new("throughput", "a batch", "x", "How many times as many jobs of a batch are done in the same time."),
        new("onTop", "on top", "x", "The gain where the default build and engine are in place already (for these two: the other one): "
            + "what the lever adds to the others."),
        new("rescued", "rescues", "count", "Judgements that are exceeded without it and within with it."),
        new("broken", "breaks", "count", "Judgements that are within without it and no longer surely within with it."),
        .. LeverCostCells.Columns,
        new("maintenance", "upkeep", "1-5", "What people think it costs to make and to keep (thresholds.json); 5 is a last resort."),
        new("profiles", "for", "", "The consumers whose limits it rescues."),
    ];

    private static readonly ImmutableArray<AxisColumn> GainColumns =
    [
        new("lever", "change", "", "The guidance or the lever: what is changed, and nothing else."),
        new("job", "job", "", "The job that it is changed for."),
        new("from", "from", "", "The lane without it."),
        new("to", "to", "", "The case with it: its lane, or its setting or subject where that is what changes."),
        new("kind", "gains", "", "The wait for one job, or the throughput of a batch."),
        new("times", "times as fast", "x", "By paired rounds."),
    ];

    /// <summary>A row per lever, and one for no lever.</summary>
    /// <param name="board">The board.</param>
    /// <param name="decision">What was decided on it.</param>
    /// <returns>The table; null where the run has nothing shipped to hold levers against.</returns>
    public static AxisTable? Board(LeverBoard board, MeasuredDecision decision) => board.Levers.All(lever => lever.Gains.IsEmpty) ? null
        : new AxisTable(
        "levers",
        "Then at most one lever",
        Reading<string>.Of($"{char.ToUpperInvariant(decision.Sentence[0])}{decision.Sentence[1..]}."),
        Columns,
        [NoLever(board), .. board.Levers.Select(Row)],
        [
            $"Each lever changes {MatrixDesign.ShippedLane.Name} as it is with the adopted guidance in place. A limit follows its case "
                + "to the case that the lever makes of it.",
            .. board.Levers.Select(lever => $"{lever.Lever.Id}: {lever.Lever.Title}. Upkeep {lever.Rating.Maintenance}: {lever.Rating.Why}"),
        ]);

    /// <summary>A row per case that guidance or a lever changes.</summary>
    /// <param name="board">The board.</param>
    /// <returns>The table; null where there is none.</returns>
    public static AxisTable? Gains(LeverBoard board)
    {
        ImmutableArray<ImmutableArray<AxisCell>> rows =
        [
            .. board.Guidance.SelectMany(guidance => guidance.Gains.Select(gain => Gain(guidance.Change, gain))),
            .. board.Levers.SelectMany(lever => lever.Gains.Concat(lever.AsShipped).Concat(lever.OnTop)
                .DistinctBy(gain => (gain.From, gain.To))
                .Select(gain => Gain(lever.Lever, gain))),
        ];
        return rows.IsEmpty ? null : new AxisTable(
            "lever-gains",
            "What each change gains, job by job",
            Reading<string>.Of("Every gain is by paired rounds: with the guidance in place, as shipped, and on top of the default build "
                + "and engine."),
            GainColumns,
            rows,
            []);
    }

    /// <summary>What a lever costs, beside what people rate, in words.</summary>
    /// <param name="lever">The lever.</param>
    /// <returns>Each cost with its name.</returns>
    public static ImmutableArray<(string What, string Value)> CostsOf(LeverReading lever) => LeverCostCells.InWords(lever.Costs);

    private static ImmutableArray<AxisCell> NoLever(LeverBoard board) =>
    [
        AxisCell.Of("none"), AxisCell.Exact(1, "1"), AxisCell.Exact(1, "1"), AxisCell.Of("-"),
        AxisCell.Exact(0, "0"), AxisCell.Exact(0, "0"), .. LeverCostCells.Columns.Select(_ => AxisCell.Exact(0, "0")), AxisCell.Exact(0, "0"),
        AxisCell.Of(Consumers(board.Guided.GroupBy(finding => finding.Limit.Profile.Id)
            .Where(profile => profile.All(finding => finding.Verdict == Verdict.Within)).Select(profile => profile.Key))),
    ];

    private static ImmutableArray<AxisCell> Row(LeverReading lever) =>
    [
        AxisCell.Of(lever.Lever.Id),
        LeverGain.Cell(lever.Gains.Where(gain => !gain.IsThroughput)),
        LeverGain.Cell(lever.Gains.Where(gain => gain.IsThroughput)),
        LeverGain.Cell(lever.OnTop.OrderBy(gain => gain.IsThroughput)),
        AxisCell.Exact(lever.Rescued, $"{lever.Rescued}"),
        AxisCell.Exact(lever.Broken, $"{lever.Broken}"),
        .. LeverCostCells.Of(lever.Costs),
        AxisCell.Exact(lever.Rating.Maintenance, $"{lever.Rating.Maintenance}"),
        AxisCell.Of(Consumers(lever.Effects.Where(effect => effect.IsRescued).Select(effect => effect.Shipped.Limit.Profile.Id)
            .Distinct())),
    ];

    private static string Consumers(IEnumerable<string> profiles) => AxisText.List(profiles) is { Length: > 0 } some ? some : "nobody";

    private static ImmutableArray<AxisCell> Gain(Lever change, LeverGain gain) =>
    [
        AxisCell.Of(change.Id),
        AxisCell.Of(gain.From.Job.Id),
        AxisCell.Of(gain.From.Lane.Name),
        AxisCell.Of(gain.To.Job.Id == gain.From.Job.Id ? gain.To.Lane.Name : gain.To.Id),
        AxisCell.Of(gain.IsThroughput ? "throughput" : "latency"),
        AxisCell.Of(gain.Times),
    ];
}
