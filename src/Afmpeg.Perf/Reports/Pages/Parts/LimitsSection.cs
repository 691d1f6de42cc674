using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>Every limit with its verdicts and their evidence.</summary>
internal static class LimitsSection
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    // A reader looks for these in this order.
    private static readonly Verdict[] WorstFirst = [Verdict.Exceeded, Verdict.Inconclusive, Verdict.NotMeasured, Verdict.Within];

    private const string Meaning =
        "Each limit judges the cases that its pattern fits; the table counts their verdicts. Those named shipped judge what afmpeg ships; "
            + "the decision rests on them. \"Whose number\": a consumer's own, a published one, or this suite's assumption.";

    public static PageSection Of(PageInput input) => new("Limits", [new Paragraph(Meaning), Counts(Ranked(input))]);

    /// <summary>Each limit with its source and its cases: to be looked up.</summary>
    public static PageSection InDetail(PageInput input) =>
        new("The limits, case by case", [.. Ranked(input).Select(Limit)]) { IsDetail = true };

    // A consumer's own number weighs more than this suite's assumption.
    private static LimitOutcome[] Ranked(PageInput input) => [.. input.Report.Limits.OrderBy(outcome => outcome.Limit.Basis)];

    private static PageTable Counts(LimitOutcome[] limits) => PageTable.Of(
        "How many cases of each limit got each verdict",
        ["limit", "consumer", "bound", "whose number", .. Verdicts.Select(Words.Of)],
        limits.Select(outcome => (IEnumerable<TableCell>)
        [
            outcome.Limit.Id, outcome.Limit.Profile.Id, outcome.Limit.InWords, outcome.Limit.Whose,
            .. Verdicts.Select(verdict => Count(outcome, verdict)),
        ]));

    private static TableCell Count(LimitOutcome outcome, Verdict verdict)
    {
        var count = outcome.Count(verdict);
        return TableCell.Of(count) with { Tone = count > 0 ? Words.ToneOf(verdict) : Tone.Plain };
    }

    private static PageSection Limit(LimitOutcome outcome)
    {
        var limit = outcome.Limit;
        return new PageSection(
            limit.Id,
            [
                BulletList.Of(
                    $"Limit: {limit.InWords}, for {limit.Cases.Pattern} ({limit.Where})",
                    $"Why: {limit.Rationale}",
                    $"Source: {limit.Whose}. {limit.Source}",
                    $"Consumer: {limit.Profile.Id}: {limit.Profile.Does} {limit.Profile.Why}"),
                .. outcome.Reason is { } reason ? [new Paragraph($"Not measured: {reason}.")] : Evidence(outcome),
            ]);
    }

    // The row of a case within its limit says all. The others need their sentence: why they are open, where the time goes, what to type.
    private static IEnumerable<PageBlock> Evidence(LimitOutcome outcome)
    {
        Finding[] findings = [.. outcome.Findings.OrderBy(finding => Array.IndexOf(WorstFirst, finding.Verdict))];
        return
        [
            PageTable.Of($"{outcome.Limit.Id}: {outcome.Limit.InWords}", ["case", "verdict", "observed", "rounds"], findings.Select(Row)),
            BulletList.Of(findings.Where(finding => finding.Verdict != Verdict.Within)
                .Select(finding => PageText.Strong(finding.Case.Case.Id, $" {finding.Sentence}"))),
        ];
    }

    private static IEnumerable<TableCell> Row(Finding finding)
    {
        TableCell[] observed = finding.Observed.TryGet(out var estimate)
            ? [new(MetricFacts.Show(finding.Limit.Metric, estimate), estimate.Value), TableCell.Of(estimate.Count)]
            : [$"not measured: {finding.Observed.Reason}", ""];
        return [finding.Case.Case.Id, new(Words.Of(finding.Verdict), Tone: Words.ToneOf(finding.Verdict)), .. observed];
    }
}
