using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A row of an axis's table, whose cells are found by their columns' keys.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cells">The row.</param>
internal sealed record AxisRow(AxisTable Table, ImmutableArray<AxisCell> Cells)
{
    /// <summary>The rows of an axis.</summary>
    /// <param name="report">The run.</param>
    /// <param name="axis">The axis's id.</param>
    /// <returns>Its rows; none where the run has no case of it.</returns>
    public static ImmutableArray<AxisRow> Of(RunReport report, string axis) =>
        [.. report.Axes.Where(table => table.Id == axis).SelectMany(table => table.Rows.Select(row => new AxisRow(table, row)))];

    /// <summary>What a cell says to people.</summary>
    /// <param name="key">The column's key.</param>
    /// <returns>The text; empty where the axis has no such column.</returns>
    public string Text(string key) => Find(key)?.Text ?? "";

    /// <summary>The number of a cell.</summary>
    /// <param name="key">The column's key.</param>
    /// <returns>The number, or why there is none: a cell may say so in words of its own.</returns>
    public Reading<Estimate> Number(string key) => Find(key) is { } cell
        ? cell.Number ?? Reading<Estimate>.Unavailable(cell.Text)
        : Reading<Estimate>.Unavailable($"the axis {Table.Id} has no column {key}");

    private AxisCell? Find(string key) => Table.Columns.Select(column => column.Key).ToList().IndexOf(key) is var at and >= 0 ? Cells[at] : null;
}
