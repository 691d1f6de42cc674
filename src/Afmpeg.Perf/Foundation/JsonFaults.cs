using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Afmpeg.Perf.Foundation;

/// <summary>What a schema says against a tree, in the words of <see cref="ConfigurationFault"/>.</summary>
internal static class JsonFaults
{
    /// <summary>Holds a tree against a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="root">The tree.</param>
    /// <returns>Each fault, and how the tree is corrected.</returns>
    public static IEnumerable<JsonRepair> Of(JsonSchema schema, JToken root) =>
        schema.Validate(root).SelectMany(Leaves).Where(error => error.Token is not null && !FollowsFromWrongType(error))
            .Select(error => Explain(error, error.Token!))
            .Concat(root.SelfAndDescendants().OfType<JValue>().Where(IsTooLarge).Select(TooLarge))
            .DistinctBy(mend => mend.Path);

    private static IEnumerable<JToken> SelfAndDescendants(this JToken root) => root is JContainer container ? container.DescendantsAndSelf() : [root];

    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError parent ? parent.Errors.Values.SelectMany(errors => errors).SelectMany(Leaves) : [error];

    // NJsonSchema misses every key of an object that is not one.
    private static bool FollowsFromWrongType(ValidationError error) => error.Kind == ValidationErrorKind.PropertyRequired && error.Token is not JObject;

    private static JsonRepair Explain(ValidationError error, JToken token) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => Lacking(error, (JObject)token),
        ValidationErrorKind.NoAdditionalPropertiesAllowed => new JsonRepair(Unknown(error, token), token, Key: null, Placeholder: null),
        ValidationErrorKind.NotInEnumeration => new JsonRepair(Misspelt(error, token), token, Key: null, JsonRepair.PlaceholderFor(error.Schema)),
        _ => new JsonRepair(
            new ConfigurationFault(
                JsonTree.LineOf(token),
                $"{JsonTree.NameOf(token)} {(error.Kind == ValidationErrorKind.DateExpected ? "is no date" : "has the wrong type")}",
                Wanted(error.Schema),
                JsonTree.Show(token)),
            token,
            Key: null,
            JsonRepair.PlaceholderFor(error.Schema)),
    };

    private static JsonRepair Lacking(ValidationError error, JObject token)
    {
        var wanted = error.Schema.ActualSchema.ActualProperties[error.Property!];
        var keys = token.Properties().Select(found => found.Name).ToArray();
        var fault = new ConfigurationFault(
            JsonTree.LineOf(token),
            $"{JsonTree.NameOf(token)} lacks the key '{error.Property}'",
            $"{Wanted(wanted)}: {wanted.Description ?? error.Property}",
            keys.Length == 0 ? "no keys" : $"only {string.Join(", ", keys)}");
        return new JsonRepair(fault, token, error.Property, JsonRepair.PlaceholderFor(wanted));
    }

    private static ConfigurationFault Unknown(ValidationError error, JToken token)
    {
        var known = error.Schema.ActualSchema.ActualProperties.Keys.ToArray();
        return new ConfigurationFault(
            JsonTree.LineOf(token),
            $"{JsonTree.NameOf(token)} is not a known key",
            OneOf(known, error.Property ?? ""),
            $"'{error.Property}'");
    }

    private static ConfigurationFault Misspelt(ValidationError error, JToken token) => new(
        JsonTree.LineOf(token),
        $"{JsonTree.NameOf(token)} is not one of the words that it may be",
        OneOf([.. error.Schema.ActualSchema.Enumeration.Select(word => word?.ToString() ?? "null")], token.ToString()),
        JsonTree.Show(token));

    private static string OneOf(IReadOnlyCollection<string> words, string observed)
    {
        var nearest = words.MinBy(word => EditDistance.Between(word, observed));
        var isNear = nearest is not null && EditDistance.Between(nearest, observed) <= Math.Max(2, nearest.Length / 3);
        return $"one of {string.Join(", ", words)}{(isNear ? $"; did you mean '{nearest}'?" : "")}";
    }

    private static string Wanted(JsonSchema schema)
    {
        var actual = schema.ActualSchema;
        if (actual.Enumeration.Count > 0)
        {
            return OneOf([.. actual.Enumeration.Select(word => word?.ToString() ?? "null")], "");
        }

        (JsonObjectType Type, string Name)[] names =
        [
            (JsonObjectType.String, actual.Format == JsonFormatStrings.Date ? "a date such as \"2026-11-22\"" : "a text"),
            (JsonObjectType.Integer, "a whole number"),
            (JsonObjectType.Number, "a number"),
            (JsonObjectType.Boolean, "true or false"),
            (JsonObjectType.Object, "an object { }"),
            (JsonObjectType.Array, "a list [ ]"),
            (JsonObjectType.Null, "null"),
        ];
        return string.Join(" or ", names.Where(name => actual.Type.HasFlag(name.Type)).Select(name => name.Name));
    }

    // 1e999 is JSON, but no number that a double holds.
    private static bool IsTooLarge(JValue value) => value.Value is double number && !double.IsFinite(number);

    private static JsonRepair TooLarge(JValue value)
    {
        var fault = new ConfigurationFault(
            JsonTree.LineOf(value), $"{JsonTree.NameOf(value)} is too large", $"a number up to {double.MaxValue:0.#E+0}", "a number beyond it");
        return new JsonRepair(fault, value, Key: null, new JValue(1));
    }
}
