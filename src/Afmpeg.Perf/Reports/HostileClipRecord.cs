using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Reports;

/// <summary>What became of mutated clips and pictures on each lane when that was last tried, apart from any run: HostileClipsSpec writes it.</summary>
/// <param name="Clips">How many mutants each lane was given.</param>
/// <param name="Strayed">Files outside the folder of outputs that were changed, made or removed.</param>
/// <param name="Machine">The machine, for people.</param>
/// <param name="Recorded">When.</param>
/// <param name="Lanes">A lane each.</param>
public sealed record HostileClipRecord(int Clips, int Strayed, string Machine, DateOnly Recorded, ImmutableArray<HostileClipLane> Lanes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<HostileClipRecord> KeptRecord = new(() => JsonSerializer.Deserialize<HostileClipRecord>(EmbeddedText.Read("Reports.hostile-clips.json"), Json)!);

    /// <summary>The record that the repository keeps.</summary>
    public static HostileClipRecord Kept => KeptRecord.Value;

    /// <summary>The record as a part of another document.</summary>
    /// <returns>A JSON object.</returns>
    public JsonNode ToNode() => JsonSerializer.SerializeToNode(this, Json)!;

    /// <summary>The file's text.</summary>
    /// <returns>JSON, with a line feed at its end.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + '\n';
}
