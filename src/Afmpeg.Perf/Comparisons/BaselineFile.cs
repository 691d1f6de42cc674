using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Comparisons;

/// <summary>A baseline as a file, one per host: FINGERPRINT.json. An item of its lists is one line, so that a change of a case is a change of its line.</summary>
public static class BaselineFile
{
    // Case ids hold a plus sign, which the default encoder writes as an escape.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where a host's baseline lies.</summary>
    /// <param name="folder">The folder of baselines.</param>
    /// <param name="fingerprint">The host's fingerprint.</param>
    /// <returns>The path, whether or not there is a file.</returns>
    public static string PathOf(string folder, string fingerprint) => Path.Combine(folder, $"{fingerprint}.json");

    /// <summary>Reads and checks a baseline.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="PerfException">It is missing, or has faults: all of them are told, each with its line.</exception>
    public static RunExtract Load(string path) => CheckedJson.Load<RunExtract>(path, BaselineRules.Faults).Value;

    /// <summary>Reads the baseline of a host. Another host's is never used: it may be renamed, but not read as this one's.</summary>
    /// <param name="folder">The folder of baselines.</param>
    /// <param name="fingerprint">The host's fingerprint.</param>
    /// <returns>What it holds; null where the host has none.</returns>
    /// <exception cref="PerfException">It has faults, or is another host's.</exception>
    public static RunExtract? ForHost(string folder, string fingerprint)
    {
        var path = PathOf(folder, fingerprint);
        return File.Exists(path)
            ? CheckedJson.Load<RunExtract>(path, document => [.. BaselineRules.Faults(document), .. BaselineRules.OtherHost(document, fingerprint)]).Value
            : null;
    }

    /// <summary>The text of a baseline.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="extract">What it holds.</param>
    /// <returns>JSON, with a line feed at its end.</returns>
    public static string Render<T>(T extract)
    {
        var text = new StringBuilder();
        Write(text, JsonSerializer.SerializeToNode(extract, Options), "");
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, string indent)
    {
        switch (node)
        {
            case JsonObject group:
                WriteLines(text, '{', '}', indent, [.. group.Select(member => (Action)(() =>
                {
                    text.Append($"\"{member.Key}\": ");
                    Write(text, member.Value, $"{indent}  ");
                }))]);
                break;
            case JsonArray { Count: > 0 } list:
                WriteLines(text, '[', ']', indent, [.. list.Select(item => (Action)(() => text.Append(item?.ToJsonString(Options) ?? "null")))]);
                break;
            default:
                text.Append(node?.ToJsonString(Options) ?? "null");
                break;
        }
    }

    private static void WriteLines(StringBuilder text, char opening, char closing, string indent, Action[] items)
    {
        text.Append(opening);
        foreach (var (index, write) in items.Index())
        {
            text.Append(index == 0 ? "\n" : ",\n").Append(indent).Append("  ");
            write();
        }

        text.Append('\n').Append(indent).Append(closing);
    }
}
