using System.Text.Json.Nodes;
using Afmpeg.Perf.Axes;

namespace Afmpeg.Perf.Reports;

/// <summary>The axes of report.json.</summary>
internal static class JsonAxes
{
    /// <summary>One axis: a row is an object whose keys are the columns' keys; a cell is a reading or a text.</summary>
    /// <param name="axis">The axis.</param>
    /// <returns>The object.</returns>
    public static JsonObject Of(AxisTable axis) => new()
    {
        ["id"] = axis.Id,
        ["title"] = axis.Title,
        ["sentence"] = axis.Sentence.TryGet(out var sentence) ? sentence : null,
        ["reason"] = axis.Sentence.Reason,
        ["columns"] = new JsonArray([.. axis.Columns.Select(Column)]),
        ["rows"] = new JsonArray([.. axis.Rows.Select(row => new JsonObject(
            axis.Columns.Zip(row, (column, cell) => KeyValuePair.Create(column.Key, (JsonNode?)Cell(cell)))))]),
        ["notes"] = new JsonArray([.. axis.Notes.Select(note => JsonValue.Create(note))]),
    };

    private static JsonObject Column(AxisColumn column) =>
        new() { ["key"] = column.Key, ["header"] = column.Header, ["unit"] = column.Unit, ["legend"] = column.Legend };

    private static JsonNode Cell(AxisCell cell) => cell.Number is { } number ? JsonReadings.Of(number) : JsonValue.Create(cell.Text);
}
