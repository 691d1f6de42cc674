using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Decisions;

/// <summary>The lever board as tables: every report format shows the same cells.</summary>
public static class LeverTable
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("lever", "lever", "", "What is changed, and nothing else."),
        new("latency", "one job", "x", "How many times as fast the reference transcode gets, of what upstream ships, by paired rounds; of levers on a longer job or a reel, that one."),
        new("throughput", "a batch", "x", "How many times as many jobs of a batch are done in a time."),
        new("onTop", "on top", "x", "The same for one job (of a fleet, for a batch) where the default build and engine are in place already, or the other one of these two: what it adds to the others, and not once more what they gain."),
        new("rescued", "rescues", "count", "Judgements that are exceeded today and within with it."),
        new("broken", "breaks", "count", "Judgements that are within today and exceeded with it."),
        new("downloadBytes", "download", "bytes", "Bytes of the module's download more than today's, with brotli."),
        new("peakBytes", "memory", "MiB", "Memory more than today's, of all instances together."),
        new("bdRate", "BD-rate", "%", "How many more bits the same PSNR-Y takes; 0 where the pictures are the same."),
        new("coldStart", "cold start", "s", "Time more until the guest's first instruction."),
        new("maintenance", "upkeep", "1-5", "What people think it costs to make and to keep (thresholds.json)."),
        new("profiles", "for", "", "The consumers whose limits it rescues."),
    ];

    private static readonly ImmutableArray<AxisColumn> GainColumns =
    [
        new("lever", "lever", "", "What is changed, and nothing else."),
        new("job", "job", "", "What it is changed for."),
        new("from", "from", "", "The lane without it."),
        new("to", "to", "", "The case with it: its lane, and its setting or subject where that is what changes."),
        new("kind", "gains", "", "The wait for one job, or the throughput of a batch."),
        new("times", "times as fast", "x", "By paired rounds."),
    ];

    /// <summary>A row per lever, and one for leaving all as it is.</summary>
    /// <param name="board">The board.</param>
    /// <param name="decision">What was decided on it.</param>
    /// <returns>The table; null where there is nothing shipped to hold levers against.</returns>
    public static AxisTable? Board(LeverBoard board, MeasuredDecision decision) => board.Levers.All(lever => lever.Alone.IsEmpty) ? null : new AxisTable(
        "levers",
        "Lever board",
        Reading<string>.Of($"{char.ToUpperInvariant(decision.Sentence[0])}{decision.Sentence[1..]}."),
        Columns,
        [AsIs(board), .. board.Levers.Select(Row)],
        [
            $"Each is held against {MatrixDesign.ShippedLane.Name}, what upstream ships: one instance. A limit goes with its case, to what that becomes under the lever.",
            .. board.Levers.Select(lever => $"{lever.Lever.Id}: {lever.Lever.Title}. Upkeep {lever.Rating.Maintenance}: {lever.Rating.Why}"),
        ]);

    /// <summary>A row per case that a lever changes.</summary>
    /// <param name="board">The board.</param>
    /// <returns>The table; null where there is none.</returns>
    public static AxisTable? Gains(LeverBoard board) => board.Levers.All(lever => lever.Alone.IsEmpty) ? null : new AxisTable(
        "lever-gains",
        "What each lever gains, workload by workload",
        Reading<string>.Of("Every gain by paired rounds, first of what upstream ships, then on top of the default build and engine."),
        GainColumns,
        [.. board.Levers.SelectMany(lever => lever.Alone.Concat(lever.OnTop).Distinct().Select(gain => Gain(lever, gain)))],
        []);

    /// <summary>What a lever costs, beside what people rate, in words.</summary>
    /// <param name="lever">The lever.</param>
    /// <returns>Each cost with its name.</returns>
    public static ImmutableArray<(string What, string Value)> CostsOf(LeverReading lever) =>
        [.. Columns.Zip(Row(lever)).Where(cell => cell.First.Key is "downloadBytes" or "peakBytes" or "bdRate" or "coldStart")
            .Select(cell => (cell.First.Header, $"{cell.Second.Text} {(cell.First.Unit == "bytes" ? "" : cell.First.Unit)}".Trim()))];

    private static ImmutableArray<AxisCell> AsIs(LeverBoard board) =>
    [
        AxisCell.Of("accept-as-is"), AxisCell.Exact(1, "1"), AxisCell.Exact(1, "1"), AxisCell.Of("-"),
        AxisCell.Exact(0, "0"), AxisCell.Exact(0, "0"), AxisCell.Exact(0, "0"), AxisCell.Exact(0, "0"), AxisCell.Exact(0, "0"), AxisCell.Exact(0, "0"), AxisCell.Exact(0, "0"),
        AxisCell.Of(DecisionText.List(board.Today.GroupBy(finding => finding.Limit.Profile.Id)
            .Where(profile => profile.All(finding => finding.Verdict == Verdict.Within)).Select(profile => profile.Key)) is { Length: > 0 } satisfied ? satisfied : "nobody"),
    ];

    private static ImmutableArray<AxisCell> Row(LeverReading lever) =>
    [
        AxisCell.Of(lever.Lever.Id),
        Speed(lever.Alone.Where(gain => !gain.IsThroughput)),
        Speed(lever.Alone.Where(gain => gain.IsThroughput)),
        Speed(lever.OnTop.OrderBy(gain => gain.IsThroughput)),
        AxisCell.Exact(lever.Rescued, $"{lever.Rescued}"),
        AxisCell.Exact(lever.Broken, $"{lever.Broken}"),
        AxisText.Plain(lever.Costs.DownloadBytes, bytes => bytes == 0 ? "0" : $"{(bytes < 0 ? "-" : "+")}{new ByteCount((long)Math.Abs(bytes))}"),
        AxisText.Plain(lever.Costs.PeakBytes.Select(bytes => bytes / (1024 * 1024)), Signed),
        AxisText.Plain(lever.Costs.BdRatePercent, Signed),
        AxisText.Plain(lever.Costs.ColdStartSeconds, Signed),
        AxisCell.Exact(lever.Rating.Maintenance, $"{lever.Rating.Maintenance}"),
        AxisCell.Of(DecisionText.List(lever.Effects.Where(effect => effect.IsRescued).Select(effect => effect.Today.Limit.Profile.Id).Distinct()) is { Length: > 0 } rescued ? rescued : "nobody"),
    ];

    private static AxisCell Speed(IEnumerable<LeverGain> gains) =>
        gains.OrderByDescending(gain => gain.From.Job.Breadth == Breadth.EveryLane).FirstOrDefault() is { } speaks ? AxisCell.Of(speaks.Times) : AxisCell.Of("-");

    private static ImmutableArray<AxisCell> Gain(LeverReading lever, LeverGain gain) =>
    [
        AxisCell.Of(lever.Lever.Id),
        AxisCell.Of(gain.From.Job.Id),
        AxisCell.Of(gain.From.Lane.Name),
        AxisCell.Of(gain.To.Job.Id == gain.From.Job.Id ? gain.To.Lane.Name : gain.To.Id),
        AxisCell.Of(gain.IsThroughput ? "throughput" : "latency"),
        AxisCell.Of(gain.Times),
    ];

    private static string Signed(double number) => number > 0 ? $"+{Figures.Of(number)}" : Figures.Of(number);
}
