using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Merged;

/// <summary>The merged report for people, as a page like that of one run.</summary>
public static class MergedPage
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    /// <summary>The page of a merged report.</summary>
    public static ReportPage Of(MergedReport report) => new(
        "FFmpeg in WebAssembly, measured on several machines",
        [
            new Paragraph(PageText.Strong(
                Found(report),
                " Each multiple comes from the rounds of one machine. Each limit is judged by the rows and the noise floor of the host "
                + "named with it. A merged report makes no decision.")),
            BulletList.Of(
            [
                .. report.Missing.Select(shard => PageText.Strong($"{shard.Reason}.", $" Not measured: {Lost(shard)}.")),
                .. report.Unfinished.Select(run => PageText.Strong($"{run.UnfinishedReason}.", " What it had measured by then counts.")),
                .. report.Notes.Select(note => (PageText)note),
            ]),
            Counts(report),
        ],
        [new("Machines", [Machines(report)]), new("Limits", [Limits(report)]), new("Cases", [Cases(report)])]);

    private static string Found(MergedReport report) =>
        $"{CountText.Of(report.Runs.Length, "run")} on "
        + $"{CountText.Of(report.Runs.Select(run => run.State.Conditions.Host.Fingerprint).Distinct().Count(), "kind")} of host"
        + (report.Missing.IsEmpty ? "." : $"; {report.Missing.Length} of {report.Missing[0].Shard.Count} shards missing.");

    private static string Lost(MissingShard shard) =>
        shard.Cases.IsEmpty ? "no case, since the shard was empty or other runs measured its cases" : string.Join(", ", shard.Cases);

    private static PageTable Counts(MergedReport report) => PageTable.Of(
        "How many cases of each limit got each verdict",
        ["limit", .. Verdicts.Select(Words.Of)],
        report.Thresholds.Limits.Select(limit => (IEnumerable<TableCell>)
        [
            limit.Id,
            .. Verdicts.Select(verdict => TableCell.Of(report.Verdicts.Count(one => one.Limit.Id == limit.Id && one.Verdict == verdict))),
        ]));

    private static PageTable Machines(MergedReport report) => PageTable.Of(
        "The machines",
        ["run", "shard", "host", "machine", "noise floor", "cases", "finished"],
        report.Runs.Select(run => (IEnumerable<TableCell>)
        [
            run.State.Run, run.Part, run.State.Conditions.Host.Fingerprint, run.State.Conditions.Host.Machine,
            run.Floor.TryGet(out var floor)
                ? new TableCell($"{Figures.Of(floor.Fraction * 100)} %", floor.Fraction)
                : $"not measured: {run.Floor.Reason}",
            TableCell.Of(run.Cases.Length), run.IsFinished ? "yes" : "no: what it had measured by then counts",
        ]));

    private static PageTable Limits(MergedReport report) => PageTable.Of(
        "Each limit and case with the host that judged it",
        ["limit", "bound", "case", "verdict", "judged by"],
        report.Verdicts.Select(one => (IEnumerable<TableCell>)
        [
            one.Limit.Id, one.Limit.InWords, one.Case,
            new TableCell(Words.Of(one.Verdict), Tone: Words.ToneOf(one.Verdict)), one.Reason,
        ]));

    private static PageTable Cases(MergedReport report) => PageTable.Of(
        "Each case on each host that measured it",
        ["case", "host and run", "native multiple", "rounds"],
        [
            .. report.Cases.Select(one => (IEnumerable<TableCell>)
                [one.Case.Case.Id, one.Run.Name, Multiple(one.Case), TableCell.Of(one.Case.Rounds)]),
            .. report.Missing.SelectMany(shard => shard.Cases.Select(id => (IEnumerable<TableCell>)
                [id, "none", $"not measured: {shard.Reason}", TableCell.Of(0)])),
        ]);

    private static TableCell Multiple(CaseSummary summary) =>
        summary.Failure is { } failure ? new TableCell($"failed: {failure}", Tone: Tone.Bad)
        : summary.NativeMultiple.TryGet(out var known) ? new TableCell(known.ToString(), known.Value)
        : $"not measured: {summary.NativeMultiple.Reason}";
}
