using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Reports.Pages.Parts;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Merged;

/// <summary>The merged report for people: the same kind of page as that of one run.</summary>
public static class MergedPage
{
    /// <summary>The page.</summary>
    /// <param name="report">The merged report.</param>
    /// <returns>The page.</returns>
    public static ReportPage Of(MergedReport report) => new(
        "FFmpeg in WebAssembly, measured on several machines",
        [
            new Paragraph(PageText.Strong(Found(report), " Every multiple is that of one machine's own rounds; a limit is judged by the rows and the noise floor of the host named with it. A merged report makes no decision.")),
            BulletList.Of(
            [
                .. report.Missing.Select(shard => PageText.Strong($"{shard.Reason}.", $" Not measured: {(shard.Cases.IsEmpty ? "nothing, it is empty or others measured it" : string.Join(", ", shard.Cases))}.")),
                .. report.Notes.Select(note => (PageText)note),
            ]),
            Counts(report),
        ],
        [new("Machines", [Machines(report)]), new("Limits", [Limits(report)]), new("Cases", [Cases(report)])]);

    private static string Found(MergedReport report) =>
        $"{CountText.Of(report.Runs.Length, "run")} on {CountText.Of(report.Runs.Select(run => run.State.Conditions.Host.Fingerprint).Distinct().Count(), "kind")} of host"
        + (report.Missing.IsEmpty ? "." : $"; {report.Missing.Length} of {report.Missing[0].Shard.Count} shards missing.");

    private static PageTable Counts(MergedReport report) => PageTable.Of(
        "How many cases each limit found within it, and how many not",
        ["limit", .. Enum.GetValues<Verdict>().Select(Words.Of)],
        report.Thresholds.Limits.Select(limit => (IEnumerable<TableCell>)
            [limit.Id, .. Enum.GetValues<Verdict>().Select(verdict => TableCell.Of(report.Verdicts.Count(one => one.Limit.Id == limit.Id && one.Verdict == verdict)))]));

    private static PageTable Machines(MergedReport report) => PageTable.Of(
        "The machines side by side",
        ["run", "shard", "host", "machine", "noise floor", "cases", "finished"],
        report.Runs.Select(run => (IEnumerable<TableCell>)
        [
            run.State.Run, run.Part, run.State.Conditions.Host.Fingerprint, run.State.Conditions.Host.Machine,
            run.Floor.TryGet(out var floor) ? new TableCell($"{Figures.Of(floor.Fraction * 100)} %", floor.Fraction) : $"not measured: {run.Floor.Reason}",
            TableCell.Of(run.Cases.Length), run.IsFinished ? "yes" : "no: what it measured before counts",
        ]));

    private static PageTable Limits(MergedReport report) => PageTable.Of(
        "Each limit and case with the host that judged it",
        ["limit", "bound", "case", "verdict", "judged by"],
        report.Verdicts.Select(one => (IEnumerable<TableCell>)
        [
            one.Limit.Id, $"{MetricFacts.NameOf(one.Limit.Metric)} {one.Limit.Bound}", one.Case, new TableCell(Words.Of(one.Verdict), Tone: Tones.Of(one.Verdict)), one.Reason,
        ]));

    private static PageTable Cases(MergedReport report) => PageTable.Of(
        "Each case on each host that measured it",
        ["case", "host and run", "native multiple", "rounds"],
        [
            .. report.Cases.Select(one => (IEnumerable<TableCell>)
            [
                one.Case.Case.Id, one.Run.Name, Multiple(one.Case.NativeMultiple, one.Case.Failure), TableCell.Of(one.Case.Rounds),
            ]),
            .. report.Missing.SelectMany(shard => shard.Cases.Select(id => (IEnumerable<TableCell>)[id, "none", $"not measured: {shard.Reason}", TableCell.Of(0)])),
        ]);

    private static TableCell Multiple(Reading<Estimate> multiple, string? failure) =>
        failure is not null ? new TableCell($"failed: {failure}", Tone: Tone.Bad)
        : multiple.TryGet(out var known) ? new TableCell(known.ToString(), known.Value)
        : $"not measured: {multiple.Reason}";
}
