using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Afmpeg.Perf.Foundation;

/// <summary>
/// Loads a JSON file that people edit (comments and trailing commas are allowed, unknown keys are not) and tells every fault of it at
/// once, each with its line. The C# type is the only description of the format: the schema is generated from it.
/// </summary>
public static class CheckedJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        WriteIndented = true,
        NewLine = "\n",
        // Descriptions are read by people: an apostrophe stays one.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Loads a file.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="rules">
    /// What the schema cannot say: called even where the schema finds faults, with placeholders for what cannot be read; its faults are reported with the schema's.
    /// </param>
    /// <returns>The value and its lines.</returns>
    /// <exception cref="PerfException">The file is missing (exit status 3), or has faults (exit status 2): all of them are in its message.</exception>
    public static CheckedDocument<T> Load<T>(string path, Func<CheckedDocument<T>, IEnumerable<ConfigurationFault>>? rules = null)
    {
        var (root, repeated) = JsonTree.Read(path);
        var mends = JsonFaults.Of(JsonSchema.FromJsonAsync(SchemaOf<T>()).GetAwaiter().GetResult(), root).ToImmutableArray();
        List<ConfigurationFault> faults = [.. repeated, .. mends.Select(mend => mend.Fault)];
        List<string> unread = [.. mends.Select(mend => mend.Path)];
        var isWhole = mends.All(mend => mend.Token != root || mend.Key is not null);
        mends.Where(_ => isWhole).ToList().ForEach(mend => mend.Apply());
        var document = isWhole ? Deserialize<T>(path, root, unread, faults) : null;
        faults.AddRange(document is null || rules is null ? [] : rules(document).Where(fault => !fault.FollowsFromAnother));
        return faults.Count == 0 ? document! : throw ConfigurationFault.Refuse(path, faults);
    }

    /// <summary>The JSON schema of a type: keys in camelCase, words in kebab-case, descriptions from <see cref="DescriptionAttribute"/>.</summary>
    /// <typeparam name="T">What a file of that schema holds.</typeparam>
    /// <returns>The schema's text, with a line feed at its end.</returns>
    public static string SchemaOf<T>()
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        var schema = Options.GetJsonSchemaAsNode(typeof(T), exporter).AsObject();
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        return schema.ToJsonString(Options) + '\n';
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var description = Description(context.PropertyInfo?.AttributeProvider) ?? Description(context.TypeInfo.Type);
        if (description is not null && schema is JsonObject described)
        {
            described.Insert(0, "description", description);
        }

        return schema;
    }

    private static string? Description(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;

    // The schema does not know every bound of a C# type: a whole number may be too large for its property. Each is reported and corrected in turn.
    private static CheckedDocument<T>? Deserialize<T>(string path, JToken root, List<string> unread, List<ConfigurationFault> faults)
    {
        while (true)
        {
            try
            {
                var value = JsonSerializer.Deserialize<T>(root.ToString(Newtonsoft.Json.Formatting.None), Options)!;
                return new CheckedDocument<T>(path, value, root, [.. unread]);
            }
            catch (JsonException unreadable)
            {
                var token = root.SelectToken(unreadable.Path?.TrimStart('$').TrimStart('.') ?? "") ?? root;
                faults.Add(new ConfigurationFault(
                    JsonTree.LineOf(token), $"{JsonTree.NameOf(token)} does not fit its type", JsonTree.Reason(unreadable), JsonTree.Show(token)));
                if (token.Type is not (JTokenType.Integer or JTokenType.Float) || unread.Contains(token.Path))
                {
                    return null;
                }

                unread.Add(token.Path);
                token.Replace(new JValue(1));
            }
        }
    }
}
