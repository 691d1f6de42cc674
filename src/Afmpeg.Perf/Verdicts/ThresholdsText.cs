using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Afmpeg.Perf.Verdicts;

/// <summary>
/// Writes a decision into the text of thresholds.json, and leaves everything else, comments included, as people wrote it.
/// </summary>
public static class ThresholdsText
{
    private static readonly JsonSerializerOptions Json =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text with another decision.</summary>
    public static string With(string text, RecordedDecision decision)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var (start, end) = Span(bytes);
        var written = new JsonObject
        {
            ["requirement"] = decision.Requirement,
            ["outcome"] = JsonNamingPolicy.KebabCaseLower.ConvertName(decision.Outcome.ToString()),
            ["lever"] = decision.Lever,
            ["exceeded"] = new JsonArray([.. decision.Exceeded.Select(limit => JsonValue.Create(limit))]),
            ["rationale"] = decision.Rationale,
            ["date"] = decision.Date.ToString("yyyy-MM-dd"),
        }.ToJsonString(Json).Replace("\n", "\n  ", StringComparison.Ordinal);
        return Encoding.UTF8.GetString(bytes[..start]) + written + Encoding.UTF8.GetString(bytes[end..]);
    }

    // Where the object of the key "decision" begins and ends.
    private static (int Start, int End) Span(byte[] bytes)
    {
        var bom = Encoding.UTF8.Preamble.Length;
        var skipped = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bom : 0;
        var reader = new Utf8JsonReader(bytes.AsSpan(skipped),
            new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("decision"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                return (skipped + start, skipped + (int)reader.BytesConsumed);
            }
        }

        throw new InvalidOperationException("The file was read with a decision before");
    }
}
