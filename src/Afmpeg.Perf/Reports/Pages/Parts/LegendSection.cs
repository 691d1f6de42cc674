namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>What the columns of all tables mean.</summary>
internal static class LegendSection
{
    public static PageSection Of(PageInput input) => new("What the columns mean", [Perf(), .. Axes(input.Report)]) { IsDetail = true };

    private static PageSection Perf() => new(
        "Columns",
        [
            PageTable.Of(
                "Columns of the tables of lanes",
                ["column", "unit", "meaning"],
                PerfColumns.All.Select(column => (IEnumerable<TableCell>)[column.Header, column.Unit, column.Legend])),
        ]);

    private static IEnumerable<PageSection> Axes(RunReport report) => report.Axes.IsEmpty ? [] :
    [
        new(
            "Columns of the axes",
            [
                PageTable.Of(
                    "Columns of the axes",
                    ["axis", "column", "unit", "meaning"],
                    report.Axes.SelectMany(axis => axis.Columns, (axis, column) => (IEnumerable<TableCell>)[axis.Id, column.Header, column.Unit, column.Legend])),
            ]),
    ];
}
