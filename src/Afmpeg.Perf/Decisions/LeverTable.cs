using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>Guidance and levers as tables: every report format shows the same cells.</summary>
internal static class LeverTable
{
    /// <summary>The guidance: what callers are advised to do and what not. Null where the run measured the gain of none.</summary>
    public static AxisTable? Guidance(LeverBoard board)
    {
        string[] adopted = [.. board.InPlace.Select(guidance => guidance.Change.Id)];
        return board.Guidance.All(guidance => guidance.Gains.IsEmpty) ? null : AxisTable.Create(
            "caller-guidance",
            "Guidance first",
            Reading<string>.Of(adopted.Length == 0
                ? "The decision assumes no guidance: it is about what upstream ships, as it is."
                : $"The decision assumes that callers follow {AxisText.List(adopted)}."),
            board.Guidance,
            [
                new("guidance", "guidance", "What a caller changes by an option or a sentence, in the order in which it is applied.",
                    guidance => guidance.Change.Id),
                new("adopted", "adopted", "Whether people adopted it (thresholds.json).",
                    guidance => guidance.Choice.IsAdopted ? "adopted" : "rejected"),
                .. Gained<GuidanceReading>("How many times as fast the reference transcode gets, as shipped, by paired rounds; for "
                    + "guidance on another job, that one."),
                .. Counted<GuidanceReading>(),
                .. LeverCosts.Columns.Select(column => Of<GuidanceReading>(column, guidance => guidance.Costs)),
                new("givesUp", "gives up", "What a caller who follows it gives up.", guidance => guidance.Choice.GivesUp),
                new("why", "why", "Why people adopted or rejected it.", guidance => guidance.Choice.Why),
            ],
            board.Guidance.Select(guidance => $"{guidance.Change.Id}: {guidance.Change.Title}."));
    }

    /// <summary>A row per lever, and one for no lever; null where the run has nothing shipped to compare levers with.</summary>
    public static AxisTable? Levers(LeverBoard board, MeasuredDecision decision)
    {
        Column<LeverReading>[] columns =
        [
            new("lever", "lever", "What is changed, and nothing else.", lever => lever.Change.Id),
            .. Gained<LeverReading>("How many times as fast the reference transcode gets with the guidance in place, by paired rounds; for "
                + "a lever on a longer job or a reel, that one."),
            new("onTop", "on top", "x", "The gain where the default build and engine are in place already (for these two: the other one): "
                + "what the lever adds to the others.", lever => LeverGain.Cell(lever.OnTop.OrderBy(gain => gain.IsThroughput))),
            .. Counted<LeverReading>(),
            .. LeverCosts.Columns.Select(column => Of<LeverReading>(column, lever => lever.Costs)),
            new("maintenance", "upkeep", "1-5", "What people think it costs to make and to keep (thresholds.json); 5 is a last resort.",
                lever => AxisCell.Exact(lever.Rating.Maintenance)),
            new("profiles", "for", "The consumers whose limits it rescues.", lever => Consumers(
                lever.Effects.Where(effect => effect.IsRescued).Select(effect => effect.Shipped.Limit.Profile.Id).Distinct())),
        ];
        if (board.Levers.All(lever => lever.Gains.IsEmpty))
        {
            return null;
        }

        var table = AxisTable.Create(
            "levers",
            "Then at most one lever",
            Reading<string>.Of(decision.Lever is { } named
                ? $"{named.Change.Title}: {DecisionText.Part(named.Rescued, board.Guided.Count(Exceeded))} "
                    + $"{(decision.Guidance.IsEmpty ? "" : "exceeded with the guidance ")}{(named.Rescued == 1 ? "is" : "are")} "
                    + "then within."
                : "No lever is named."),
            board.Levers,
            columns,
            [
                $"Each lever changes {MatrixDesign.ShippedLane.Name} as it is with the adopted guidance in place. The limit then "
                    + "judges the changed case.",
                .. board.Levers.Select(lever => $"{lever.Change.Id}: {lever.Change.Title}. Upkeep {lever.Rating.Maintenance}: "
                    + $"{lever.Rating.Why}"),
            ]);
        return table with { Rows = table.Rows.Insert(0, [.. columns.Select(column => NoLever(board, column.Key))]) };
    }

    /// <summary>A row per case that guidance or a lever changes; null where there is none.</summary>
    public static AxisTable? Gains(LeverBoard board)
    {
        (string Change, LeverGain Gain)[] rows =
        [
            .. board.Guidance.SelectMany(guidance => guidance.Gains.Select(gain => (guidance.Change.Id, gain))),
            .. board.Levers.SelectMany(lever => lever.Gains.Concat(lever.AsShipped).Concat(lever.OnTop)
                .DistinctBy(gain => (gain.From, gain.To)).Select(gain => (lever.Change.Id, gain))),
        ];
        return rows.Length == 0 ? null : AxisTable.Create(
            "lever-gains",
            "What each change gains, job by job",
            Reading<string>.Of("Every gain is by paired rounds: with the guidance in place, as shipped, and on top of the default build "
                + "and engine."),
            rows,
            [
                new("lever", "change", "The guidance or the lever: what is changed, and nothing else.", row => row.Change),
                new("job", "job", "The job that it is changed for.", row => row.Gain.From.Job.Id),
                new("from", "from", "The lane without it.", row => row.Gain.From.Lane.Name),
                new("to", "to", "The case with it: its lane, or its setting or subject where that is what changes.",
                    row => row.Gain.To.Job.Id == row.Gain.From.Job.Id ? row.Gain.To.Lane.Name : row.Gain.To.Id),
                new("kind", "gains", "The wait for one job, or the throughput of a batch.",
                    row => row.Gain.IsThroughput ? "throughput" : "latency"),
                new("times", "times as fast", "x", "By paired rounds.", row => row.Gain.Times),
            ]);
    }

    private static Column<T>[] Gained<T>(string latency)
        where T : ChangeReading =>
    [
        new("latency", "one job", "x", latency, change => LeverGain.Cell(change.Gains.Where(gain => !gain.IsThroughput))),
        new("throughput", "a batch", "x", "How many times as many jobs of a batch are done in the same time.",
            change => LeverGain.Cell(change.Gains.Where(gain => gain.IsThroughput))),
    ];

    private static Column<T>[] Counted<T>()
        where T : ChangeReading =>
    [
        new("rescued", "rescues", "count", "Judgements that are exceeded without it and within with it.",
            change => AxisCell.Exact(change.Rescued)),
        new("broken", "breaks", "count", "Judgements that are within without it and no longer surely within with it.",
            change => AxisCell.Exact(change.Broken)),
    ];

    private static Column<T> Of<T>(Column<LeverCosts> column, Func<T, LeverCosts> costs) =>
        new(column.Key, column.Header, column.Unit, column.Legend, row => column.Cell(costs(row)));

    private static AxisCell NoLever(LeverBoard board, string column) => column switch
    {
        "lever" => AxisCell.Of("none"),
        "latency" or "throughput" => AxisCell.Exact(1),
        "onTop" => AxisCell.Of("-"),
        "profiles" => AxisCell.Of(Consumers(board.Guided.GroupBy(finding => finding.Limit.Profile.Id)
            .Where(profile => profile.All(finding => finding.Verdict == Verdict.Within)).Select(profile => profile.Key))),
        _ => AxisCell.Exact(0),
    };

    private static bool Exceeded(Finding finding) => finding.Verdict == Verdict.Exceeded;

    private static string Consumers(IEnumerable<string> profiles) => AxisText.List(profiles) is { Length: > 0 } some ? some : "nobody";
}
