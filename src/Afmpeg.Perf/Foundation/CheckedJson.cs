using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Afmpeg.Perf.Foundation;

/// <summary>
/// Loads a JSON file that people edit (comments and trailing commas are allowed, unknown keys are not) and reports every fault of it at
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
    /// <param name="path">The file.</param>
    /// <param name="rules">
    /// What the schema cannot say. They run even if the schema finds faults, with placeholders for what cannot be read, and their faults
    /// are reported with the schema's.
    /// </param>
    /// <exception cref="PerfException">The file is missing (exit status 3), or has faults (exit status 2), all named.</exception>
    public static CheckedDocument<T> Load<T>(string path, Func<CheckedDocument<T>, IEnumerable<ConfigurationFault>>? rules = null)
    {
        var reader = new JsonFileReader(path);
        var root = reader.Read(Schema<T>(withRanges: true));
        var faults = reader.Faults;
        var document = root is null ? null : Deserialize<T>(path, root, reader);
        if (document is not null && rules is not null)
        {
            faults.AddRange(rules(document).Where(fault => !fault.FollowsFromAnother));
        }

        return faults.Count == 0 ? document! : throw ConfigurationFault.Refuse(path, faults);
    }

    /// <summary>
    /// The text of a type's JSON schema: keys in camelCase, words in kebab-case, descriptions from <see cref="DescriptionAttribute"/>.
    /// </summary>
    public static string SchemaOf<T>()
    {
        var schema = Schema<T>(withRanges: false);
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        return schema.ToJsonString(Options) + '\n';
    }

    private static JsonObject Schema<T>(bool withRanges) => Options.GetJsonSchemaAsNode(typeof(T), new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Describe(context, schema, withRanges),
    }).AsObject();

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema, bool withRanges)
    {
        if (schema is JsonObject described)
        {
            if ((Description(context.PropertyInfo?.AttributeProvider) ?? Description(context.TypeInfo.Type)) is { } description)
            {
                described.Insert(0, "description", description);
            }

            if (withRanges && (Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type) == typeof(int))
            {
                described["minimum"] = int.MinValue;
                described["maximum"] = int.MaxValue;
            }
        }

        return schema;
    }

    private static string? Description(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true).OfType<DescriptionAttribute>()
            .FirstOrDefault()?.Description;

    // The schema does not know every bound of a C# type: a number may be too large for its property.
    private static CheckedDocument<T>? Deserialize<T>(string path, JsonNode root, JsonFileReader reader)
    {
        try
        {
            return new CheckedDocument<T>(path, root.Deserialize<T>(Options)!, reader);
        }
        catch (JsonException fault)
        {
            var part = fault.Path?.TrimStart('$', '.') ?? "";
            reader.Faults.Add(new ConfigurationFault(
                reader.Lines.GetValueOrDefault(part, 1), $"'{part}' does not fit its type", JsonFileReader.MessageOf(fault),
                    "another value"));
            return null;
        }
    }
}
