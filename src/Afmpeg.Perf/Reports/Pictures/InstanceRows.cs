using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Reads numbers by instances off the tables that have them.</summary>
internal static class InstanceRows
{
    /// <summary>A lane's kind.</summary>
    /// <param name="lane">The lane: wasmtime+O3@pool2.</param>
    /// <returns>Its name without the number of instances: wasmtime+O3@pool.</returns>
    public static string KindOf(string lane) => lane.Contains('@', StringComparison.Ordinal) ? lane.TrimEnd([.. "0123456789"]) : lane;

    /// <summary>A kind's readings.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="key">The column.</param>
    /// <param name="idOf">The case's id by its lane.</param>
    /// <returns>A reading for each row whose number of instances is known, by that number.</returns>
    public static ImmutableArray<InstanceReading> Read(IEnumerable<AxisRow> rows, string key, Func<string, string> idOf) =>
    [
        .. rows.Select(row => (Row: row, Count: row.Number("instances").TryGet(out var count) ? (int)count.Value : 0)).Where(row => row.Count > 0)
            .OrderBy(row => row.Count).Select(row => new InstanceReading(row.Count, row.Row.Number(key), idOf(row.Row.Text("lane")))),
    ];
}
