namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>The answer at a glance, below the decision.</summary>
internal static class AnswerPart
{
    public static IEnumerable<PageBlock> Of(PageInput input)
    {
        var rows = AnswerTable.Rows(input.Report);
        return rows.IsEmpty ? [] :
        [
            PageTable.Of(
                "Times native's time, with 95 % intervals",
                AnswerTable.Headers,
                rows.Select(row => row.Select(cell => new TableCell(cell)))),
        ];
    }
}
