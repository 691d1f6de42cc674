using System.Numerics;
using System.Text;
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
    /// <returns>Each fault, and the part of the tree that is at fault.</returns>
    public static IEnumerable<(ConfigurationFault Fault, JToken Token)> Of(JsonSchema schema, JToken root) =>
        schema.Validate(root).SelectMany(Leaves).Where(error => error.Token is not null && !FollowsFromWrongType(error))
            .Select(error => (Explain(error, error.Token!), error.Token!))
            .Concat(root.SelfAndDescendants().OfType<JValue>().Where(IsUnusable).Select(value => (Unusable(value), (JToken)value)));

    private static IEnumerable<JToken> SelfAndDescendants(this JToken root) => root is JContainer container ? container.DescendantsAndSelf() : [root];

    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError parent ? parent.Errors.Values.SelectMany(errors => errors).SelectMany(Leaves) : [error];

    // NJsonSchema misses every key of an object that is not one.
    private static bool FollowsFromWrongType(ValidationError error) => error.Kind == ValidationErrorKind.PropertyRequired && error.Token is not JObject;

    private static ConfigurationFault Explain(ValidationError error, JToken token) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => Lacking(error, (JObject)token),
        ValidationErrorKind.NoAdditionalPropertiesAllowed => Unknown(error, token),
        ValidationErrorKind.NotInEnumeration => Misspelt(error, token),
        _ => new ConfigurationFault(JsonTree.LineOf(token), $"{JsonTree.NameOf(token)} has the wrong type", Wanted(error.Schema), JsonTree.Show(token)),
    };

    private static ConfigurationFault Lacking(ValidationError error, JObject token)
    {
        var wanted = error.Schema.ActualProperties.TryGetValue(error.Property!, out var property) ? property : null;
        var keys = token.Properties().Select(found => found.Name).ToArray();
        return new ConfigurationFault(
            JsonTree.LineOf(token),
            $"{JsonTree.NameOf(token)} lacks the key '{error.Property}'",
            wanted is null ? "that key" : $"{Wanted(wanted)}: {wanted.Description ?? error.Property}",
            keys.Length == 0 ? "no keys" : $"only {string.Join(", ", keys)}");
    }

    private static ConfigurationFault Unknown(ValidationError error, JToken token)
    {
        var known = error.Schema.ActualProperties.Keys.ToArray();
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

    // Both are JSON, and neither can be read: 1e999 is no number that a double holds, and half a surrogate pair is no character.
    private static bool IsUnusable(JValue value) => value.Value switch
    {
        double number => !double.IsFinite(number),
        BigInteger number => !double.IsFinite((double)number),
        string text => HasLoneSurrogate(text),
        _ => false,
    };

    private static bool HasLoneSurrogate(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            rest = rest[used..];
        }

        return false;
    }

    private static ConfigurationFault Unusable(JValue value) => value.Type == JTokenType.String
        ? new ConfigurationFault(JsonTree.LineOf(value), $"{JsonTree.NameOf(value)} is not text", "whole characters", "half a surrogate pair")
        : new ConfigurationFault(JsonTree.LineOf(value), $"{JsonTree.NameOf(value)} is too large", $"a number up to {double.MaxValue:0.#E+0}", "a number beyond it");
}
