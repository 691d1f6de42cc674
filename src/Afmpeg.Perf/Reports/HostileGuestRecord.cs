using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Reports;

/// <summary>What a guest that means harm gets on each engine, as docs/reliability/hostile.md records it and HostileGuestRules hold engines against it.</summary>
/// <param name="Headers">"attack", and the engines.</param>
/// <param name="Rows">An attack each: its name, and how it ended on each engine.</param>
public sealed record HostileGuestRecord(ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows)
{
    private static readonly Lazy<HostileGuestRecord> KeptRecord = new(() => Parse(EmbeddedText.Read("Reports.hostile.md")));

    /// <summary>The record that the repository keeps.</summary>
    public static HostileGuestRecord Kept => KeptRecord.Value;

    /// <summary>The record as report.json has it.</summary>
    /// <returns>An object an attack, by the headers.</returns>
    public JsonArray ToNode() =>
        [.. Rows.Select(row => new JsonObject(Headers.Zip(row, (header, cell) => KeyValuePair.Create(header, (JsonNode?)Plain(cell)))))];

    /// <summary>A cell without the marks of Markdown.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Its text.</returns>
    public static string Plain(string cell) => cell.Replace("`", "", StringComparison.Ordinal);

    // The page's one table.
    private static HostileGuestRecord Parse(string page)
    {
        ImmutableArray<ImmutableArray<string>> rows =
            [.. page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToImmutableArray())];
        return new HostileGuestRecord(rows[0], rows[1..]);
    }
}
