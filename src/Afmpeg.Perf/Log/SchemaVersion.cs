using System.Text.Json;

namespace Afmpeg.Perf.Log;

/// <summary>The version that a JSON object names. It is looked at first: an object of another version has other fields, and these are not what is wrong with it.</summary>
/// <param name="Schema">The version; null where it names none.</param>
internal sealed record SchemaVersion(int? Schema)
{
    /// <summary>Reads the version, and nothing else.</summary>
    /// <param name="json">The object, as UTF-8.</param>
    /// <returns>The version; null where it names none.</returns>
    /// <exception cref="JsonException">It is no JSON, or no object.</exception>
    public static int? Of(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<SchemaVersion>(json, JsonSerializerOptions.Web)?.Schema;
}
