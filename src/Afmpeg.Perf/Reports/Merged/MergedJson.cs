using System.Text.Json;
using System.Text.Json.Nodes;
using static Afmpeg.Perf.Reports.JsonParts;

namespace Afmpeg.Perf.Reports.Merged;

/// <summary>report.json of a merged report, for programs; a change of meaning raises <see cref="Schema"/>.</summary>
public static class MergedJson
{
    /// <summary>The version of the file's format.</summary>
    public const int Schema = 1;

    private const string Kind = "merged";

    /// <summary>Whether the text of a report.json is a merged report; false where it is not a JSON object.</summary>
    public static bool Is(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject json
                && json["kind"] is JsonValue kind && kind.TryGetValue<string>(out var word) && word == Kind;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Renders the report as one indented JSON object.</summary>
    public static string Render(MergedReport report) => Text(new JsonObject
    {
        ["schema"] = Schema,
        ["kind"] = Kind,
        ["runs"] = List(report.Runs, Run),
        ["missing"] = List(report.Missing, shard => new JsonObject
        {
            ["shard"] = $"{shard.Shard}",
            ["reason"] = shard.Reason,
            ["cases"] = Texts(shard.Cases),
        }),
        ["notes"] = Texts(report.Notes),
        ["cases"] = List(report.Cases, one =>
        {
            var json = Case(one.Case);
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
        ["noiseFloor"] = Reading(run.Floor, floor => floor.Fraction),
        ["finished"] = run.IsFinished,
        ["cases"] = run.Cases.Length,
    };
}
