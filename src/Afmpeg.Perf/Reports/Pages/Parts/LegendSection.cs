namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>The meaning of every table's columns.</summary>
internal static class LegendSection
{
    public static PageSection Of(PageInput input) => new("What the columns mean", [Lanes(), .. Axes(input.Report)]) { IsDetail = true };

    private static PageSection Lanes() => new(
        "Columns",
        [
            PageTable.Of(
                "Columns of the tables of lanes",
                ["column", "unit", "meaning"],
                PerfColumns.All.Select(column => (IEnumerable<TableCell>)[column.Header, column.Unit, column.Legend])),
        ]);

    private static PageSection[] Axes(RunReport report)
    {
        const string heading = "Columns of the axes";
        var rows = report.Axes.SelectMany(
            axis => axis.Columns, (axis, column) => (IEnumerable<TableCell>)[axis.Id, column.Header, column.Unit, column.Legend]);
        return report.Axes.IsEmpty ? [] : [new(heading, [PageTable.Of(heading, ["axis", "column", "unit", "meaning"], rows)])];
    }
}
