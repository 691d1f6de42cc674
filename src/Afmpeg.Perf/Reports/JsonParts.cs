using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Json;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Reports;

/// <summary>The parts that the report.json of one run and that of several share.</summary>
internal static class JsonParts
{
    // Case ids contain a plus sign, which the default encoder escapes: nobody would find them with grep.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// The text of the file, indented. A page may embed it in a script, so each "&lt;", which only strings contain, is escaped.
    /// </summary>
    public static string Text(JsonObject root) => root.ToJsonString(Options).Replace("<", @"\u003C", StringComparison.Ordinal) + '\n';

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> toJson) => [.. items.Select(toJson)];

    public static JsonArray Texts(IEnumerable<string> texts) => List(texts, text => JsonValue.Create(text));

    /// <summary>A reading with an interval. A value is never absent without its reason.</summary>
    public static JsonObject Reading(Reading<Estimate> reading)
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

    /// <summary>A reading without an interval.</summary>
    public static JsonObject Reading<T>(Reading<T> reading, Func<T, JsonNode> toJson) =>
        new() { ["value"] = reading.TryGet(out var found) ? toJson(found) : null, ["reason"] = reading.Reason };

    /// <summary>One axis. A row is an object keyed by the columns' keys; a cell is a reading or a text.</summary>
    public static JsonObject Axis(AxisTable axis) => new()
    {
        ["id"] = axis.Id,
        ["title"] = axis.Title,
        ["sentence"] = axis.Sentence.TryGet(out var sentence) ? sentence : null,
        ["reason"] = axis.Sentence.Reason,
        ["columns"] = List(axis.Columns, column => new JsonObject
        {
            ["key"] = column.Key,
            ["header"] = column.Header,
            ["unit"] = column.Unit,
            ["legend"] = column.Legend,
        }),
        ["rows"] = List(
            axis.Rows,
            row => new JsonObject(axis.Columns.Zip(row, (column, cell) => KeyValuePair.Create(column.Key, (JsonNode?)Cell(cell))))),
        ["notes"] = Texts(axis.Notes),
    };

    /// <summary>One case with its readings.</summary>
    public static JsonObject Case(CaseSummary summary) => new()
    {
        ["id"] = summary.Case.Id,
        ["workload"] = summary.Case.Job.Workload,
        ["subject"] = summary.Case.Job.Subject,
        ["encoder"] = summary.Case.Job.Setting.Encoder,
        ["effort"] = summary.Case.Job.Setting.Effort,
        ["flavour"] = summary.Case.Job.Setting.Flavour,
        ["lane"] = summary.Case.Lane.Name,
        ["engine"] = summary.Case.Lane.Engine,
        ["build"] = summary.Case.Lane.Build,
        ["status"] = Words.Key(Words.Status(summary)),
        ["failure"] = summary.Failure,
        ["incidents"] = Texts(summary.Incidents),
        ["rounds"] = summary.Rounds,
        ["outlyingRounds"] = List(summary.OutlyingRounds, round => JsonValue.Create(round)),
        ["nativeMultiple"] = Reading(summary.NativeMultiple),
        ["nativeWidening"] = summary.NativeMultiple.Reason is null ? summary.NativeInflationFactor : null,
        ["portableMultiple"] = Reading(summary.PortableMultiple),
        ["decomposition"] = Reading(summary.Decomposition, parts => new JsonObject
        {
            ["threads"] = parts.Threads,
            ["assembly"] = parts.Assembly,
            ["sandbox"] = parts.Sandbox,
            ["remainder"] = parts.Remainder,
        }),
        ["realtimeFactor"] = Reading(summary.RealtimeFactor),
        ["coldStartSeconds"] = Reading(summary.ColdStart, duration => duration.TotalSeconds),
        ["peakResidentBytes"] = Reading(summary.PeakResident),
        ["outputBytes"] = Reading(summary.OutputSize, size => size.Bytes),
        ["frames"] = Reading(summary.Frames, frames => frames),
        ["framesDigest"] = Reading(summary.FramesDigest, digest => digest),
        ["psnrYDb"] = Reading(summary.Quality, quality => quality.PsnrYDb),
        ["ssim"] = Reading(summary.Quality, quality => quality.Ssim),
        ["lowestPsnrYDb"] = Reading(summary.Quality, quality => quality.LowestPsnrYDb),
        ["equalsPortable"] = Reading(summary.EqualsPortable, equal => equal),
    };

    private static JsonNode Cell(AxisCell cell) => cell.Number is { } number ? Reading(number) : JsonValue.Create(cell.Text);
}
