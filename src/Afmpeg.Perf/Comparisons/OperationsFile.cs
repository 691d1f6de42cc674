using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Comparisons;

/// <summary>
/// The baseline of operations as a file. An item of its lists is one line, so that a change of a count is a change of its line.
/// </summary>
public static class OperationsFile
{
    // Case ids hold a plus sign, which the default encoder writes as an escape.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads and checks the baseline.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it holds; null where there is no file.</returns>
    /// <exception cref="PerfException">It has faults: the message lists them, each with its line.</exception>
    public static OperationsSnapshot? Load(string path) =>
        File.Exists(path) ? CheckedJson.Load<OperationsSnapshot>(path, Faults).Value : null;

    /// <summary>The text of a baseline.</summary>
    /// <param name="snapshot">What it holds.</param>
    /// <returns>JSON, with a line feed at its end.</returns>
    public static string Render(OperationsSnapshot snapshot)
    {
        var text = new StringBuilder();
        Write(text, JsonSerializer.SerializeToNode(snapshot, Options), "");
        return text.Append('\n').ToString();
    }

    private static IEnumerable<ConfigurationFault> Faults(CheckedDocument<OperationsSnapshot> document)
    {
        var snapshot = document.Value;
        if (snapshot.Schema != OperationsSnapshot.CurrentSchema)
        {
            yield return document.Fault(
                "schema", "the baseline is of another version", $"{OperationsSnapshot.CurrentSchema}", $"{snapshot.Schema}");
        }

        foreach (var (index, count) in snapshot.Counts.Index().Where(entry => entry.Item is not { Operations: > 0, MemoryPages: > 0 }))
        {
            yield return document.Fault(
                $"counts[{index}]", "a count is 0 or less", "operations and pages above 0", $"{count.Operations}, {count.MemoryPages}");
        }

        var digests = snapshot.Modules.Index().Select(module => ($"modules[{module.Index}].sha256", module.Item.Sha256))
            .Concat(snapshot.Inputs.Media.Index().Select(medium => ($"inputs.media[{medium.Index}].digest", medium.Item.Digest)))
            .Concat(snapshot.Inputs.Jobs.Index().Select(job => ($"inputs.jobs[{job.Index}].digest", job.Item.Digest)));
        foreach (var (path, digest) in digests.Where(entry => !IsSha256(entry.Item2)))
        {
            yield return document.Fault(path, "this is not a digest", "64 hexadecimal digits", $"'{digest}'");
        }

        foreach (var again in snapshot.Counts.Index().GroupBy(entry => entry.Item.Key).SelectMany(same => same.Skip(1)))
        {
            yield return document.Fault($"counts[{again.Index}]", "an entry is there twice", "each once", $"'{again.Item.Key}' again");
        }
    }

    private static bool IsSha256(string digest) => digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower);

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
                WriteLines(
                    text, '[', ']', indent, [.. list.Select(item => (Action)(() => text.Append(item?.ToJsonString(Options) ?? "null")))]);
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
