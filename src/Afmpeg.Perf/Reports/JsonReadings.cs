using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports;

/// <summary>The two shapes that every reading of report.json has: a value is never absent without its reason.</summary>
internal static class JsonReadings
{
    /// <summary>A reading with an interval.</summary>
    /// <param name="reading">The reading.</param>
    /// <returns>value, low, high, count, level, reason.</returns>
    public static JsonObject Of(Reading<Estimate> reading)
    {
        var found = reading.TryGet(out var estimate) ? estimate : null;
        return new JsonObject
        {
            ["value"] = found?.Value,
            ["low"] = found?.Low,
            ["high"] = found?.High,
            ["count"] = found?.Count,
            ["level"] = found?.Level,
            ["reason"] = reading.Reason,
        };
    }

    /// <summary>A plain reading.</summary>
    /// <typeparam name="T">What was read.</typeparam>
    /// <param name="reading">The reading.</param>
    /// <param name="toJson">Its value.</param>
    /// <returns>value, reason.</returns>
    public static JsonObject Of<T>(Reading<T> reading, Func<T, JsonNode> toJson) =>
        new() { ["value"] = reading.TryGet(out var found) ? toJson(found) : null, ["reason"] = reading.Reason };
}
