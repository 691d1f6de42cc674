using System.Text.Json;
using System.Text.Json.Nodes;

namespace Afmpeg.Perf.Reports.Merged;

/// <summary>report.json of a merged report, for programs; a change of meaning raises <see cref="Schema"/>.</summary>
public static class MergedJson
{
    /// <summary>The version of the file's shape.</summary>
    public const int Schema = 1;

    private const string Kind = "merged";

    /// <summary>Whether a report.json is of a merged report.</summary>
    /// <param name="text">The file's text.</param>
    /// <returns>Whether it is; false for what is no JSON object.</returns>
    public static bool Is(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject json && json["kind"] is JsonValue kind && kind.TryGetValue<string>(out var word) && word == Kind;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Renders the report.</summary>
    /// <param name="report">The merged report.</param>
    /// <returns>One JSON object, indented.</returns>
    public static string Render(MergedReport report) => JsonText.Of(new JsonObject
    {
        ["schema"] = Schema,
        ["kind"] = Kind,
        ["runs"] = List(report.Runs, Run),
        ["missing"] = List(report.Missing, shard => new JsonObject
        {
            ["shard"] = $"{shard.Shard}",
            ["reason"] = shard.Reason,
            ["cases"] = List(shard.Cases, id => JsonValue.Create(id)),
        }),
        ["notes"] = List(report.Notes, note => JsonValue.Create(note)),
        ["cases"] = List(report.Cases, one =>
        {
            var json = JsonCases.Of(one.Case);
            json["run"] = one.Run.State.Run;
            json["host"] = one.Run.State.Conditions.Host.Fingerprint;
            return json;
        }),
        ["limits"] = List(report.Verdicts, one => new JsonObject
        {
            ["id"] = one.Limit.Id,
            ["case"] = one.Case,
            ["verdict"] = Words.Key(one.Verdict),
            ["reason"] = one.Reason,
        }),
    });

    private static JsonObject Run(MergedRun run) => new()
    {
        ["run"] = run.State.Run,
        ["shard"] = run.State.Shard is { } part ? $"{part.Shard}" : null,
        ["host"] = run.State.Conditions.Host.Fingerprint,
        ["machine"] = run.State.Conditions.Host.Machine,
        ["noiseFloor"] = JsonReadings.Of(run.Floor, floor => floor.Fraction),
        ["finished"] = run.IsFinished,
        ["cases"] = run.Cases.Length,
    };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> toJson) => new([.. items.Select(toJson)]);
}
