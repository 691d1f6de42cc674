using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// What a machine's cores do to the decision. A native multiple is the multiple to one native thread times native's thread factor, and only
/// the thread factor depends on cores: a limit on the multiple turns where the thread factor is the limit divided by the multiple to one
/// thread.
/// </summary>
public static class CoresTable
{
    /// <summary>The table's name for programs.</summary>
    public const string Id = "cores";

    /// <summary>A row per limit and case; null where no limit on a native multiple judges what upstream ships.</summary>
    public static AxisTable? Of(AxisInput run, LeverBoard board, MeasuredDecision decision)
    {
        var limits = board.Today.Select(finding => finding.Limit.Id).ToList();
        var rows = board.Today.Concat(board.Guided).Concat(decision.Lever?.Effects.Select(effect => effect.Result) ?? [])
            .Where(finding => finding.Limit is { Metric: Metric.NativeMultiple, AtMost: not null })
            .DistinctBy(LeverBoard.Key)
            .OrderBy(finding => limits.IndexOf(finding.Limit.Id)).Select(finding => Read(run, finding)).ToArray();
        return rows.Length == 0 ? null : AxisTable.Create(
            Id,
            "What the machine's cores decide",
            Sentence(run, rows),
            rows,
            [
                new("limit", "limit", "The limit on a native multiple.", row => $"{row.Finding.Limit.Id}: {row.Finding.Limit.Bound}"),
                new("case", "case", "The case that it judges: as shipped, with the guidance, with the lever.",
                    row => row.Finding.Case.Case.Id),
                new("multiple", "multiple", "x native", "How many times as long as native with all threads.",
                    row => row.Finding.Case.NativeMultiple),
                new("oneThread", "to one thread", "x native-1t", "How many times as long as native with one thread, by paired rounds.",
                    row => row.ToOneThread),
                new("threads", "thread factor", "x", "How many times as long native takes with one thread as with all, on this machine.",
                    row => row.Threads),
                new("turns", "turns at", "x", "The thread factor at which the limit is reached: above it the limit is exceeded. Below 1, "
                    + "it is exceeded on one core already.", row => row.Turns),
            ],
            $"{Lane.NativeOneThread.Name} divided by {Lane.Native.Name} is the thread factor. This machine has "
                + $"{CountText.Of(run.Host.Cores, "core")}.");
    }

    private static Row Read(AxisInput run, Finding finding)
    {
        var job = finding.Case.Case.Job;
        var oneThread = run.Find(job, Lane.NativeOneThread);
        var toOneThread = oneThread is null
            ? Reading<Estimate>.Unavailable($"{Lane.NativeOneThread.Name} did not run {job.Id}")
            : run.Ratio(finding.Case, oneThread);
        var threads = oneThread is null || run.Find(job, Lane.Native) is not { } native
            ? Reading<Estimate>.Unavailable($"native did not run {job.Id} with one thread and with all")
            : run.Ratio(oneThread, native);
        var most = finding.Limit.AtMost!.Value;
        return new Row(finding, toOneThread, threads, toOneThread.Select(ratio => ratio.MapFalling(value => most / value)));
    }

    private static Reading<string> Sentence(AxisInput run, Row[] rows)
    {
        var known = rows.Select(row => row.Turns.Then(turns => row.Threads.Select(threads =>
            (row.Finding, Turns: turns.Value, Threads: threads.Value)))).ToArray();
        var found = known.Where(row => row.Reason is null).Select(row => row.TryGet(out var value) ? value : default).ToArray();
        if (found.Length == 0)
        {
            return Reading<string>.Unavailable(known[0].Reason!);
        }

        var (low, high) = (Figures.Of(found.Min(row => row.Threads)), Figures.Of(found.Max(row => row.Threads)));
        return Reading<string>.Of(
            $"On {CountText.Of(run.Host.Cores, "core")}, threads make native {(low == high ? low : $"{low} to {high}")} times as fast."
            + $" One instance has one thread, so more cores help only native: {Turn(First(found))}.");
    }

    private static string Turn((Finding Finding, double Turns, double Threads) row) =>
        $"at more than {Figures.Of(row.Turns)} times, {row.Finding.Case.Case.Id} exceeds {row.Finding.Limit.Id}";

    // The first that turns with the module built for speed, where the run has it: what the decision leads to must last.
    private static (Finding Finding, double Turns, double Threads) First((Finding Finding, double Turns, double Threads)[] found) =>
        found.OrderBy(row => row.Finding.Case.Case.Lane.Build != MatrixDesign.DefaultBuild).ThenBy(row => row.Turns).First();

    // The multiple to one thread, native's thread factor here, and the thread factor above which the limit is exceeded.
    private sealed record Row(Finding Finding, Reading<Estimate> ToOneThread, Reading<Estimate> Threads, Reading<Estimate> Turns);
}
