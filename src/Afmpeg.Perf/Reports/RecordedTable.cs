using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Reports;

/// <summary>The only table of a page in docs/reliability. Tests compare the engines with it; reports say what it found.</summary>
public sealed record RecordedTable(ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows)
{
    private static readonly Lazy<RecordedTable> StoppingTable = new(() => Parse(EmbeddedText.Read("Reports.stopping.md")));
    private static readonly Lazy<RecordedTable> HostileTable = new(() => Parse(EmbeddedText.Read("Reports.hostile.md")));

    /// <summary>
    /// The table of docs/reliability/stopping.md: a row per way to stop a guest, named as in lanes (<c>wasmtime-epoch</c>), with the end of
    /// each guest.
    /// </summary>
    public static RecordedTable Stopping => StoppingTable.Value;

    /// <summary>The table of docs/reliability/hostile.md: a row per attack, a column per engine.</summary>
    public static RecordedTable Hostile => HostileTable.Value;

    /// <summary>The engines on which an attack through symbolic links was not held, in the table's order.</summary>
    public static ImmutableArray<string> EnginesThatFollowLinks =>
    [
        .. Hostile.Headers.Index().Skip(1)
            .Where(engine => Hostile.Rows.Any(row => row[0].StartsWith("links ", StringComparison.Ordinal) && row[engine.Index] != "held"))
            .Select(engine => engine.Item),
    ];

    /// <summary>A cell without Markdown's code marks.</summary>
    public static string Plain(string cell) => cell.Replace("`", "", StringComparison.Ordinal);

    /// <summary>Reads a page of Markdown with one table.</summary>
    public static RecordedTable Parse(string page)
    {
        ImmutableArray<ImmutableArray<string>> rows =
        [
            .. page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToImmutableArray()),
        ];
        return new RecordedTable(rows[0], rows[1..]);
    }

    /// <summary>The table for report.json: one object per row, keyed by the headers.</summary>
    public JsonArray ToNode() =>
    [
        .. Rows.Select(row => new JsonObject(
            Headers.Zip(row, (header, cell) => KeyValuePair.Create(Plain(header), (JsonNode?)Plain(cell))))),
    ];
}
