using System.Text.Json;
using System.Text.Json.Serialization;

namespace Afmpeg.Perf.Log;

/// <summary>Reads equal texts as one object: of the texts of a million rows, few differ.</summary>
internal sealed class InternedText : JsonConverter<string>
{
    // A reason may quote what a guest said, and hardly repeats; escapes are rare in what does.
    private const int Longest = 256;

    // Of what a thread read: beyond so many texts they do not repeat, and it begins anew.
    private const int Most = 10_000;

    [ThreadStatic]
    private static HashSet<string>? known;

    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("a text was expected");
        }

        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > Longest)
        {
            return reader.GetString();
        }

        Span<char> letters = stackalloc char[Longest];
        var text = letters[..reader.CopyString(letters)];
        known = known is null || known.Count >= Most ? new(StringComparer.Ordinal) : known;
        var alternate = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (alternate.TryGetValue(text, out var same))
        {
            return same;
        }

        var made = text.ToString();
        known.Add(made);
        return made;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
