using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// What a machine's cores do to the decision. A native multiple is the multiple to one native thread times native's thread factor, and
/// only the thread factor depends on cores: a limit on the multiple turns where the thread factor is the limit divided by the multiple to
/// one thread.
/// </summary>
public static class CoresTable
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("limit", "limit", "", "The limit on a native multiple."),
        new("case", "case", "", "The case that it is held against: as shipped, with the guidance, with the lever."),
        new("multiple", "multiple", "x native", "How many times as long as native with all threads."),
        new("oneThread", "to one thread", "x native-1t", "How many times as long as native with one thread, by paired rounds."),
        new("threads", "thread factor", "x", "How many times as long native takes with one thread as with all, on this machine."),
        new("turns", "turns at", "x", "The thread factor at which the limit is reached: above it the limit is exceeded. Below 1, it is "
            + "exceeded on one core already."),
    ];

    /// <summary>The table.</summary>
    /// <param name="run">The run.</param>
    /// <param name="board">The board.</param>
    /// <param name="decision">What was decided on it.</param>
    /// <returns>A row per limit and case; null where no limit on a native multiple judges what upstream ships.</returns>
    public static AxisTable? Of(AxisInput run, LeverBoard board, MeasuredDecision decision)
    {
        var rows = board.Today.Concat(board.Guided).Concat(decision.Lever?.Effects.Select(effect => effect.Result) ?? [])
            .Where(finding => finding.Limit is { Metric: Metric.NativeMultiple, AtMost: not null })
            .DistinctBy(finding => (finding.Limit.Id, finding.Case.Case.Id)).Select(finding => CoresReading.Of(run, finding))
                .ToImmutableArray();
        return rows.IsEmpty ? null : new AxisTable(
            "cores",
            "What the machine's cores decide",
            Sentence(run, rows),
            Columns,
            [.. rows.OrderBy(row => board.Today.Index().First(today => today.Item.Limit.Id == row.Finding.Limit.Id).Index).Select(Row)],
            [$"{Lane.NativeOneThread.Name} divided by {Lane.Native.Name} is the thread factor. This machine has "
                + $"{CountText.Of(run.Host.Cores, "core")}."]);
    }

    private static Reading<string> Sentence(AxisInput run, ImmutableArray<CoresReading> rows)
    {
        var known = rows.Where(row => row.Threads.Reason is null && row.Turns.Reason is null).ToArray();
        if (known.Length == 0)
        {
            return Reading<string>.Unavailable(rows[0].Turns.Reason ?? rows[0].Threads.Reason!);
        }

        double Threads(CoresReading row) => row.Threads.TryGet(out var threads) ? threads.Value : 0;
        double Turns(CoresReading row) => row.Turns.TryGet(out var turns) ? turns.Value : 0;
        var nearest = known.MinBy(row => Math.Abs(Math.Log(Turns(row) / Threads(row))))!;
        var range = (Low: Figures.Of(known.Min(Threads)), High: Figures.Of(known.Max(Threads)));
        return Reading<string>.Of(
            $"Native gains {(range.Low == range.High ? range.Low : $"{range.Low} to {range.High}")} times from its threads on "
                + $"{CountText.Of(run.Host.Cores, "core")}; the verdict nearest to turning is "
            + $"{nearest.Finding.Limit.Id} for {nearest.Finding.Case.Case.Id}, which is exceeded from a thread factor of "
                + $"{Figures.Of(Turns(nearest))} on.");
    }

    private static ImmutableArray<AxisCell> Row(CoresReading row) =>
    [
        AxisCell.Of($"{row.Finding.Limit.Id}: {row.Finding.Limit.Bound}"),
        AxisCell.Of(row.Finding.Case.Case.Id),
        AxisCell.Of(row.Finding.Case.NativeMultiple),
        AxisCell.Of(row.ToOneThread),
        AxisCell.Of(row.Threads),
        AxisCell.Of(row.Turns),
    ];
}
