using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>How fast each lane is on each job, workload by workload.</summary>
internal static class SpeedSection
{
    public static PageSection Of(PageInput input) => new(
        "How fast",
        [
            .. PicturePlaces.HowFast(input),
            .. input.Report.Cases
                .GroupBy(summary => summary.Case.Job.Workload)
                .Select(ofWorkload => new PageSection(
                    ofWorkload.Key,
                    [.. PicturePlaces.Of(ofWorkload.Key, input), .. PerfTable.PerJob(ofWorkload).Select(Job)])),
        ]);

    private static PageSection Job(PerfTable table) => new(
        table.Title,
        [
            new PageTable(
                $"Every lane of {table.Title}",
                [.. table.Columns.Select(column => new TableColumn(column.Header))],
                [.. table.Rows.Select(row => row.Cells.Select(cell => new TableCell(cell.ToString(), cell.Number)).ToImmutableArray())]),
            new BulletList([.. table.Footnotes.Select(note => new BulletItem(PageText.Code(note.Mark, $" {note.Reason}")))]),
        ])
    {
        IsDetail = true,
    };
}
