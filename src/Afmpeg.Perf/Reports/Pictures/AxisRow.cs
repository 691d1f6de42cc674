using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A row of an axis's table, whose cells are found by their columns' keys.</summary>
internal sealed record AxisRow(AxisTable Table, ImmutableArray<AxisCell> Cells)
{
    /// <summary>The rows of an axis, grouped by one of its columns; none where the run has no case of the axis.</summary>
    public static IEnumerable<IGrouping<string, AxisRow>> Groups(RunReport report, string axis, string key) => report.Axes
        .Where(table => table.Id == axis)
        .SelectMany(table => table.Rows.Select(cells => new AxisRow(table, cells)))
        .GroupBy(row => row.Text(key));

    /// <summary>The text of a cell; empty where the axis has no such column.</summary>
    public string Text(string key) => Find(key)?.Text ?? "";

    /// <summary>The number of a cell, or why there is none.</summary>
    public Reading<Estimate> Number(string key) => Find(key) is { } cell
        ? cell.Number ?? Reading<Estimate>.Unavailable(cell.Text)
        : Reading<Estimate>.Unavailable($"the axis {Table.Id} has no column {key}");

    private AxisCell? Find(string key) =>
        Table.Columns.Select(column => column.Key).ToList().IndexOf(key) is var at and >= 0 ? Cells[at] : null;
}
