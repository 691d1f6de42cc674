using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;
using static Afmpeg.Perf.Reports.MarkdownText;

namespace Afmpeg.Perf.Reports;

/// <summary>report.md: the decision, the verdicts and the host first, then the tables, the evidence, and how it was measured.</summary>
public static class MarkdownReport
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    // What needs a reader's eye comes first.
    private static readonly Verdict[] WorstFirst = [Verdict.Exceeded, Verdict.Inconclusive, Verdict.NotMeasured, Verdict.Within];

    /// <summary>Renders the report.</summary>
    /// <param name="report">The run.</param>
    /// <returns>Markdown, lines ending in LF.</returns>
    public static string Render(RunReport report) => string.Join(
        '\n',
        "# FFmpeg in WebAssembly against native FFmpeg\n",
        Decision(report.Decision),
        VerdictCounts(report),
        HostLines(report) + MarkdownHost.Line(report.Quiet) + MediaLine(report.Media),
        "## How fast\n",
        string.Join('\n', PerfTable.PerJob(report.Cases).Select(Perf)),
        MarkdownAxes.Render(report.Axes),
        "## Limits\n",
        string.Join('\n', report.Limits.Select(LimitSection)),
        MarkdownAppendix.Render(report));

    private static string Decision(RecordedDecision decision)
    {
        var lever = decision.Lever is null ? "" : $", lever {Escape(decision.Lever)}";
        var outcome = $"**{Escape(decision.Requirement)}: {Words.Key(decision.Outcome)}**{lever}";
        return $"{outcome} (recorded {decision.Date:yyyy-MM-dd}). {Escape(decision.Rationale)}\n";
    }

    private static string VerdictCounts(RunReport report) => Table(
        ["limit", "consumer", "bound", .. Verdicts.Select(Words.Of)],
        report.Limits.Select(outcome => (IEnumerable<string>)
        [
            outcome.Limit.Id, outcome.Limit.Profile.Id, outcome.Bound,
            .. Verdicts.Select(verdict => $"{outcome.Count(verdict)}"),
        ]));

    private static string HostLines(RunReport report) =>
        $"""
        - Host: {Escape(report.Host.Description)}; kernel {Escape(report.Host.Kernel)}; fingerprint {report.Host.Fingerprint}
        - Noise floor: {report.NoiseFloor.Show(Words.Of, NotMeasured)}
        - Run: {Escape(report.Run)}, started {report.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, tier {Words.Key(report.Tier)}, seed {report.Seed}

        """;

    private static string MediaLine(OwnMedia? media) => media is null ? "" : $"- Media: a file of its own, {Escape(media.Description)}\n";

    private static string Perf(PerfTable table)
    {
        var cells = Table(table.Columns.Select(column => column.Header), table.Rows.Select(row => row.Cells.Select(cell => cell.ToString())));
        // As code, since a dash at the start of an item would begin a list inside it.
        var notes = table.Footnotes.Select(note => $"- `{note.Mark}` {Escape(note.Reason)}\n");
        return $"### {Escape(table.Title)}\n\n{cells}\n{string.Concat(notes)}";
    }

    private static string LimitSection(LimitOutcome outcome)
    {
        var limit = outcome.Limit;
        var evidence = outcome.WhyNone is { } reason
            ? $"Not measured: {Escape(reason)}.\n"
            : Table(
                ["verdict", "case", "observed", "evidence"],
                outcome.Findings.OrderBy(finding => Array.IndexOf(WorstFirst, finding.Verdict)).Select(Evidence));
        return
            $"""
            ### {Escape(limit.Id)}

            - Limit: {Escape(outcome.Bound)}, for {Escape(limit.Cases.Pattern)} ({Escape(limit.Where)})
            - Why: {Escape(limit.Rationale)} Source: {Escape(limit.Source)}
            - Consumer: {Escape(limit.Profile.Id)}: {Escape(limit.Profile.Does)} {Escape(limit.Profile.Why)}

            {evidence}
            """;
    }

    private static IEnumerable<string> Evidence(Finding finding) =>
    [
        Words.Of(finding.Verdict),
        finding.Case.Case.Id,
        finding.Observed.Show(estimate => MetricFacts.Show(finding.Limit.Metric, estimate), reason => $"not measured: {reason}"),
        finding.Sentence,
    ];

    private static string NotMeasured(string reason) => $"not measured: {Escape(reason)}";
}
