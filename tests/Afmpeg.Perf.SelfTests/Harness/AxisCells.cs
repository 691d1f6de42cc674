using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Finds cells of an axis's table by texts of their row and the key of their column.</summary>
public static class AxisCells
{
    /// <summary>The only row that has all of these texts.</summary>
    public static ImmutableArray<AxisCell> Row(this AxisTable table, params string[] texts) =>
        table.Rows.Single(row => texts.All(text => row.Any(cell => cell.Text == text)));

    /// <summary>The cell of a row below a column's key.</summary>
    public static AxisCell Cell(this AxisTable table, string key, params string[] row) =>
        table.Row(row)[table.Columns.Select(column => column.Key).ToList().IndexOf(key)];

    public static Estimate Number(this AxisTable table, string key, params string[] row)
    {
        var cell = table.Cell(key, row);
        cell.Number.Should().NotBeNull();
        cell.Number!.TryGet(out var number).Should().BeTrue($"{key} was read, but: {cell.Number.Reason}");
        return number!;
    }

    public static string? Reason(this AxisTable table, string key, params string[] row) => table.Cell(key, row).Number?.Reason;

    public static string Said(this AxisTable table)
    {
        table.Sentence.TryGet(out var sentence).Should().BeTrue($"the axis has a sentence, but: {table.Sentence.Reason}");
        return sentence!;
    }
}
