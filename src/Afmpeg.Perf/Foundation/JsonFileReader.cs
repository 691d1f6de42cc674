using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Afmpeg.Perf.Foundation;

/// <summary>
/// Reads a file against a schema in one pass. What does not fit the schema becomes a fault, and a placeholder takes its place, so that the
/// rest can still be read and judged.
/// </summary>
internal sealed class JsonFileReader(string path)
{
    private byte[] text = [];
    private int position;
    private int line = 1;

    /// <summary>The line of each part, by its path, such as limits[3].atMost; the whole file's is empty.</summary>
    public Dictionary<string, int> Lines { get; } = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the file.</summary>
    public List<ConfigurationFault> Faults { get; } = [];

    /// <summary>The paths of placeholders.</summary>
    public List<string> Unread { get; } = [];

    /// <summary>What a reader's exception says, without the place that it adds; one sentence without its full stop.</summary>
    public static string MessageOf(Exception fault) => fault.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.');

    /// <summary>The file's value, which fits the schema; null if it is another kind of value altogether.</summary>
    /// <exception cref="PerfException">The file is missing or is not JSON.</exception>
    public JsonNode? Read(JsonObject schema)
    {
        text = JsonFileText.Read(path);
        try
        {
            var reader = new Utf8JsonReader(text,
                new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            reader.Read();
            var root = Value(ref reader, schema, "");
            // Whatever follows is refused here.
            reader.Read();
            return Unread.Contains("") ? null : root;
        }
        catch (JsonException fault)
        {
            throw NotJson((int)(fault.LineNumber ?? 0) + 1, fault);
        }
        catch (InvalidOperationException fault)
        {
            // A text with half of a surrogate pair.
            throw NotJson(line, fault);
        }
    }

    private JsonNode? Value(ref Utf8JsonReader reader, JsonObject schema, string part)
    {
        Lines[part] = Line(ref reader);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when JsonSchemaNode.Allows(schema, "object"):
                return Object(ref reader, schema, part);
            case JsonTokenType.StartArray when JsonSchemaNode.Allows(schema, "array"):
                return Array(ref reader, JsonSchemaNode.Resolve(schema["items"]!), part);
            default:
                if (JsonSchemaNode.Fault(schema, ref reader) is not var (what, expected))
                {
                    return JsonNode.Parse(ref reader);
                }

                Faults.Add(new ConfigurationFault(line, $"{Name(part)} {what}", expected, JsonSchemaNode.Show(ref reader)));
                Unread.Add(part);
                reader.Skip();
                return JsonSchemaNode.Placeholder(schema);
        }
    }

    private JsonArray Array(ref Utf8JsonReader reader, JsonObject items, string part)
    {
        var array = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            array.Add(Value(ref reader, items, $"{part}[{array.Count}]"));
        }

        return array;
    }

    private JsonObject Object(ref Utf8JsonReader reader, JsonObject schema, string part)
    {
        var begin = line;
        var known = schema["properties"] as JsonObject ?? [];
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var value = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            var inner = part.Length == 0 ? key : $"{part}.{key}";
            var at = Line(ref reader);
            reader.Read();
            if (!lines.TryAdd(key, at))
            {
                Faults.Add(new ConfigurationFault(at, $"the key '{inner}' is there twice", "each key once",
                    $"it is in line {lines[key]} already"));
                reader.Skip();
            }
            else if ((known[key] ?? schema["additionalProperties"]) is JsonObject inside)
            {
                value[key] = Value(ref reader, JsonSchemaNode.Resolve(inside), inner);
            }
            else
            {
                Faults.Add(new ConfigurationFault(at, $"'{inner}' is not a known key",
                    JsonSchemaNode.OneOf([.. known.Select(one => one.Key)], key), $"'{key}'"));
                reader.Skip();
            }
        }

        foreach (var missing in (schema["required"] as JsonArray ?? []).Select(key => key!.GetValue<string>())
            .Where(key => !lines.ContainsKey(key)))
        {
            var wanted = JsonSchemaNode.Resolve(known[missing]!);
            Faults.Add(new ConfigurationFault(
                begin,
                $"{Name(part)} lacks the key '{missing}'",
                $"{JsonSchemaNode.Wanted(wanted)}: {wanted["description"]?.GetValue<string>() ?? missing}",
                lines.Count == 0 ? "no keys" : $"only {string.Join(", ", lines.Keys)}"));
            Unread.Add(part.Length == 0 ? missing : $"{part}.{missing}");
            value[missing] = JsonSchemaNode.Placeholder(wanted);
        }

        return value;
    }

    private static string Name(string part) => part.Length == 0 ? "the whole file" : $"'{part}'";

    // The reader never goes back.
    private int Line(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        line += text.AsSpan(position, start - position).Count((byte)'\n');
        position = start;
        return line;
    }

    private PerfException NotJson(int at, Exception fault)
    {
        var found = Encoding.UTF8.GetString(text).Split('\n').ElementAtOrDefault(at - 1)?.Trim() ?? "";
        var observed = found.Length == 0 ? "nothing" : found[..Math.Min(found.Length, 80)];
        return ConfigurationFault.Refuse(path,
            [new ConfigurationFault(at, "the file is not JSON from here on", $"JSON ({MessageOf(fault)})", observed)]);
    }
}
