using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>Every limit with its verdicts and what they rest on.</summary>
internal static class LimitsSection
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    // What needs a reader's eye comes first.
    private static readonly Verdict[] WorstFirst = [Verdict.Exceeded, Verdict.Inconclusive, Verdict.NotMeasured, Verdict.Within];

    public static PageSection Of(PageInput input)
    {
        // A consumer's own number weighs more than this suite's assumption.
        LimitOutcome[] ranked = [.. input.Report.Limits.OrderBy(outcome => outcome.Limit.Basis)];
        return new PageSection("Limits", [Counts(ranked), .. ranked.Select(outcome => Limit(outcome) with { IsDetail = true })]);
    }

    private static PageTable Counts(LimitOutcome[] limits) => PageTable.Of(
        "How many cases each limit found within it, and how many not",
        ["limit", "consumer", "bound", "whose number", .. Verdicts.Select(Words.Of)],
        limits.Select(outcome => (IEnumerable<TableCell>)
        [
            outcome.Limit.Id, outcome.Limit.Profile.Id, outcome.Bound, outcome.Limit.Whose,
            .. Verdicts.Select(verdict => TableCell.Of(outcome.Count(verdict)) with { Tone = outcome.Count(verdict) > 0 ? Tones.Of(verdict) : Tone.Plain }),
        ]));

    private static PageSection Limit(LimitOutcome outcome)
    {
        var limit = outcome.Limit;
        return new PageSection(
            limit.Id,
            [
                BulletList.Of(
                    $"Limit: {outcome.Bound}, for {limit.Cases.Pattern} ({limit.Where})",
                    $"Why: {limit.Rationale}",
                    $"Source: {limit.Whose}. {limit.Source}",
                    $"Consumer: {limit.Profile.Id}: {limit.Profile.Does} {limit.Profile.Why}"),
                .. outcome.WhyNone is { } reason ? [new Paragraph($"Not measured: {reason}.")] : Evidence(outcome),
            ]);
    }

    // A case that is within says all in its row; what is not needs its sentence: why it is not settled, where the time goes, what to type.
    private static IEnumerable<PageBlock> Evidence(LimitOutcome outcome)
    {
        Finding[] findings = [.. outcome.Findings.OrderBy(finding => Array.IndexOf(WorstFirst, finding.Verdict))];
        return
        [
            PageTable.Of(
                $"{outcome.Limit.Id}: {outcome.Bound}",
                ["case", "verdict", "observed", "rounds"],
                findings.Select(Row)),
            BulletList.Of(findings.Where(finding => finding.Verdict != Verdict.Within).Select(finding => PageText.Strong(finding.Case.Case.Id, $" {finding.Sentence}"))),
        ];
    }

    private static IEnumerable<TableCell> Row(Finding finding) =>
    [
        finding.Case.Case.Id,
        new(Words.Of(finding.Verdict), Tone: Tones.Of(finding.Verdict)),
        finding.Observed.TryGet(out var observed)
            ? new TableCell(MetricFacts.Show(finding.Limit.Metric, observed), observed.Value)
            : $"not measured: {finding.Observed.Reason}",
        finding.Observed.TryGet(out var counted) ? TableCell.Of(counted.Count) : "",
    ];
}
