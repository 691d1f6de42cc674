using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Afmpeg.Perf.Foundation;

/// <summary>What one node of a schema, as System.Text.Json exports it, allows, in words and as a check of a value.</summary>
internal static class JsonSchemaNode
{
    private const string Date = "yyyy-MM-dd";

    private static readonly (string Type, string Name)[] Types =
    [
        ("string", "a text"), ("integer", "a whole number"), ("number", "a number"), ("boolean", "true or false"),
        ("object", "an object { }"), ("array", "a list [ ]"), ("null", "null"),
    ];

    /// <summary>A node, or the one that it refers to: a type's second use in a schema is a reference to its first.</summary>
    public static JsonObject Resolve(JsonNode schema) => schema["$ref"] is { } reference
        ? (JsonObject)reference.GetValue<string>().Split('/').Skip(1).Aggregate(schema.Root, (node, key) => node[key]!)
        : (JsonObject)schema;

    /// <summary>Whether a value may be of a type. A node without types allows all.</summary>
    public static bool Allows(JsonObject schema, string type) => Words(schema) is null && schema["type"] switch
    {
        null => true,
        JsonArray types => types.Any(one => one!.GetValue<string>() == type),
        var one => one.GetValue<string>() == type,
    };

    /// <summary>What is wrong with the value at which the reader stands, and what was expected; null if nothing is.</summary>
    public static (string What, string Expected)? Fault(JsonObject schema, ref Utf8JsonReader reader)
    {
        if (Words(schema) is { } words)
        {
            var isWord = reader.TokenType is JsonTokenType.String or JsonTokenType.Null;
            return isWord && words.Contains(reader.GetString())
                ? null
                : ("is not an allowed word",
                    OneOf([.. words.Select(word => word ?? "null")], isWord ? reader.GetString() ?? "" : ""));
        }

        if (reader.TokenType == JsonTokenType.Number)
        {
            return Number(schema, ref reader);
        }

        var type = reader.TokenType switch
        {
            JsonTokenType.String => "string",
            JsonTokenType.True or JsonTokenType.False => "boolean",
            JsonTokenType.Null => "null",
            JsonTokenType.StartArray => "array",
            _ => "object",
        };
        return !Allows(schema, type)
            ? ("has the wrong type", Wanted(schema))
            : type == "string" && !IsText(schema, reader.GetString()!) ? ("is not a date", Wanted(schema))
            : null;
    }

    /// <summary>What a node allows, for people.</summary>
    public static string Wanted(JsonObject schema) => Words(schema) is { } words
        ? OneOf([.. words.Select(word => word ?? "null")], "")
        : string.Join(" or ", Types.Where(type => Allows(schema, type.Type))
            .Select(type => type.Type == "string" && IsDate(schema) ? "a date such as \"2026-11-22\"" : type.Name));

    /// <summary>The least value that fits a node.</summary>
    public static JsonNode? Placeholder(JsonObject schema) =>
        Words(schema) is { } words
        ? words[0]
        : Allows(schema, "null") ? null
        : Allows(schema, "object") ? new JsonObject((schema["required"] as JsonArray ?? []).Select(key => key!.GetValue<string>())
            .Select(key => KeyValuePair.Create(key, Placeholder(Resolve(schema["properties"]![key]!)))))
        : Allows(schema, "array") ? new JsonArray()
        : Allows(schema, "string") ? IsDate(schema) ? "2000-01-01" : "?"
        : Allows(schema, "boolean") ? false
        : 1;

    /// <summary>Words to choose from, and the nearest to what was written; none where that is no text or an empty one.</summary>
    public static string OneOf(IReadOnlyCollection<string> words, string observed)
    {
        var nearest = words.MinBy(word => EditDistance.Between(word, observed));
        var isNear = nearest is not null && observed.Length > 0
            && EditDistance.Between(nearest, observed) <= Math.Max(2, nearest.Length / 3);
        return $"one of {string.Join(", ", words)}{(isNear ? $"; did you mean '{nearest}'?" : "")}";
    }

    /// <summary>The value at which the reader stands, for people, such as: the number 5.</summary>
    public static string Show(ref Utf8JsonReader reader)
    {
        var raw = Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object { }",
            JsonTokenType.StartArray => "a list [ ]",
            JsonTokenType.String => $"the text \"{raw}\"",
            JsonTokenType.Number => $"the number {raw}",
            _ => raw,
        };
    }

    private static (string What, string Expected)? Number(JsonObject schema, ref Utf8JsonReader reader)
    {
        if (Allows(schema, "number"))
        {
            // 1e999 is JSON, but no number that a double holds.
            return reader.TryGetDouble(out var number) && double.IsFinite(number)
                ? null
                : ("is too large", $"a number up to {double.MaxValue:0.#E+0}");
        }

        if (!Allows(schema, "integer") || reader.ValueSpan.IndexOfAny(".eE"u8) >= 0)
        {
            return ("has the wrong type", Wanted(schema));
        }

        var (least, most) = (schema["minimum"]?.GetValue<int>() ?? long.MinValue, schema["maximum"]?.GetValue<int>() ?? long.MaxValue);
        return reader.TryGetInt64(out var whole) && whole >= least && whole <= most
            ? null
            : ("does not fit its type", $"a whole number from {least} to {most}");
    }

    private static string?[]? Words(JsonObject schema) => (schema["enum"] as JsonArray)?.Select(word => word?.GetValue<string>()).ToArray();

    private static bool IsDate(JsonObject schema) => schema["format"]?.GetValue<string>() == "date";

    private static bool IsText(JsonObject schema, string text) =>
        !IsDate(schema) || DateOnly.TryParseExact(text, Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
