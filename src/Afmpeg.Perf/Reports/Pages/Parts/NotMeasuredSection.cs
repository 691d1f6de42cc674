using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>What was not measured, and why.</summary>
internal static class NotMeasuredSection
{
    public static PageSection Of(PageInput input)
    {
        // A case without a multiple does not answer the report's question, even where it has other readings.
        var cases = input.Report.Cases.Where(summary => summary.NativeMultiple.Reason is not null)
            .Select(summary => Row(summary.Case.Id, Status(summary), summary.NativeMultiple.Reason!));
        var limits = input.Report.Limits.Where(outcome => outcome.Reason is not null)
            .Select(outcome => Row(outcome.Limit.Id, "limit not judged", outcome.Reason!));
        IEnumerable<TableCell>[] rows = [.. cases, .. limits];
        const string heading = "What was not measured, and why";
        return new PageSection(
            heading,
            [
                rows.Length > 0
                    ? PageTable.Of(heading, ["what", "status", "why"], rows)
                    : new Paragraph("Nothing is missing: every case has a multiple."),
            ])
        {
            // A failure belongs in the short page, too.
            IsDetail = input.Report.Cases.All(summary => summary.Failure is null),
        };
    }

    private static IEnumerable<TableCell> Row(string what, TableCell status, string why) => [what, status, why];

    private static TableCell Status(CaseSummary summary) => Words.Status(summary) switch
    {
        CaseStatus.Failed => new TableCell("FAILED", Tone: Tone.Bad),
        CaseStatus.Measured => "no multiple",
        _ => "not measured",
    };
}
