using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

/// <summary>A row of an axis's table, for rules to compare pictures with.</summary>
internal sealed record TableRow(AxisTable Table, ImmutableArray<AxisCell> Cells)
{
    /// <summary>The rows of an axis.</summary>
    public static ImmutableArray<TableRow> Of(RunReport report, string axis) =>
        [.. report.Axes.Where(table => table.Id == axis).SelectMany(table => table.Rows.Select(cells => new TableRow(table, cells)))];

    /// <summary>The text of a cell.</summary>
    public string Text(string key) => Cell(key).Text;

    /// <summary>Whether a cell has a number.</summary>
    public bool HasNumber(string key) => Cell(key).Number is { Reason: null };

    /// <summary>The number of a cell that has one.</summary>
    public Estimate Number(string key) => Cell(key).Number is { } reading && reading.TryGet(out var estimate)
        ? estimate
        : throw new InvalidOperationException($"{key} of the axis {Table.Id} has no number: {Cell(key).Text}");

    private AxisCell Cell(string key) => Cells[Table.Columns.Select(column => column.Key).ToList().IndexOf(key)];
}
