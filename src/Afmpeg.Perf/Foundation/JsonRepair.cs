using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Afmpeg.Perf.Foundation;

/// <summary>A fault of a tree, and what takes the place of the part at fault so that the rest can be read and judged in the same run.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Token">The part at fault; the object around it where a key is missing.</param>
/// <param name="Key">The missing key; null where a part is there, but wrong.</param>
/// <param name="Placeholder">What takes its place; null for an unknown key, which is taken out.</param>
internal sealed record JsonRepair(ConfigurationFault Fault, JToken Token, string? Key, JToken? Placeholder)
{
    /// <summary>Where the placeholder is, such as limits[3].atMost.</summary>
    public string Path { get; } = Key is null || Token.Path.Length == 0 ? Key ?? Token.Path : $"{Token.Path}.{Key}";

    /// <summary>Something that fits a schema: the least of it.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The placeholder.</returns>
    public static JToken PlaceholderFor(JsonSchema schema)
    {
        var actual = schema.ActualSchema;
        return actual switch
        {
            { Enumeration.Count: > 0 } => new JValue(actual.Enumeration.First()),
            _ when actual.Type.HasFlag(JsonObjectType.Null) => JValue.CreateNull(),
            _ when actual.Type.HasFlag(JsonObjectType.Object) => new JObject(
                actual.ActualProperties.Where(property => property.Value.IsRequired).Select(property => new JProperty(property.Key, PlaceholderFor(property.Value)))),
            _ when actual.Type.HasFlag(JsonObjectType.Array) => new JArray(),
            _ when actual.Type.HasFlag(JsonObjectType.String) => new JValue(actual.Format == JsonFormatStrings.Date ? "2000-01-01" : "?"),
            _ when actual.Type.HasFlag(JsonObjectType.Boolean) => new JValue(value: false),
            _ => new JValue(1),
        };
    }

    /// <summary>Mends the tree. One part may have several faults: what is out of the tree already is left alone.</summary>
    public void Apply()
    {
        if (Key is not null)
        {
            ((JObject)Token)[Key] = Placeholder;
        }
        else if (Token.Parent is not null && Placeholder is null)
        {
            Token.Remove();
        }
        else if (Token.Parent is not null)
        {
            Token.Replace(Placeholder!);
        }
    }
}
