namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>How fast each lane is on each job, one workload after another.</summary>
internal static class SpeedSection
{
    public static PageSection Of(PageInput input) => new(
        "How fast",
        [
            .. PicturePlaces.AboutSpeed(input),
            .. input.Report.Cases.GroupBy(summary => summary.Case.Job.Workload).Select(workload => new PageSection(
                workload.Key,
                [.. PicturePlaces.Of(workload.Key, input), .. PerfTable.PerJob(workload).Select(Job)])),
        ]);

    private static PageSection Job(PerfTable table) => new(
        table.Title,
        [
            new PageTable(
                $"Every lane of {table.Title}",
                [.. table.Columns.Select(column => new TableColumn(column.Header))],
                [.. table.Rows.Select(row => row.Cells.Select(cell => new TableCell(cell.ToString(), cell.Number)).ToImmutableArray())]),
            BulletList.Of(table.Footnotes.Select(note => PageText.Code(note.Mark, $" {note.Reason}"))),
        ])
    {
        IsDetail = true,
    };
}
