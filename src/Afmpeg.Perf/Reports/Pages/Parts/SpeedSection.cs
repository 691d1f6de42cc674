using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>How fast each lane is: a picture of each workload, then the tables of its jobs.</summary>
internal static class SpeedSection
{
    public static PageSection Of(PageInput input) => new(
        "How fast",
        [
            .. Workloads(input).SelectMany(workload => PicturePlaces.Of(workload.Key, input)),
            .. Workloads(input).Select(workload =>
                new PageSection(workload.Key, [.. PerfTable.PerJob(workload).Select(Job)]) { IsDetail = true }),
        ]);

    private static IEnumerable<IGrouping<string, CaseSummary>> Workloads(PageInput input) =>
        input.Report.Cases.GroupBy(summary => summary.Case.Job.Workload);

    private static PageSection Job(PerfTable table) => new(
        table.Title,
        [
            new PageTable(
                $"Every lane of {table.Title}",
                [.. table.Columns.Select(column => new TableColumn(column.Header))],
                [.. table.Rows.Select(row => row.Cells.Select(cell => new TableCell(cell.ToString(), cell.Number)).ToImmutableArray())]),
            BulletList.Of(table.Footnotes.Select(note => PageText.Code(note.Mark, $" {note.Reason}"))),
        ]);
}
