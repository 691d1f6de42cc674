using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Reports;

/// <summary>The one table of a page in docs/reliability: rules hold the engines against it, and reports show it.</summary>
/// <param name="Headers">The columns' names.</param>
/// <param name="Rows">The rows, each as long as the headers.</param>
public sealed record RecordedTable(ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The table as report.json has it.</summary>
    /// <returns>An object per row, by the headers.</returns>
    public JsonArray ToNode() =>
    [
        .. Rows.Select(row => new JsonObject(
            Headers.Zip(row, (header, cell) => KeyValuePair.Create(Plain(header), (JsonNode?)Plain(cell))))),
    ];

    /// <summary>A cell without the marks of Markdown.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Its text.</returns>
    public static string Plain(string cell) => cell.Replace("`", "", StringComparison.Ordinal);

    /// <summary>Reads the table of a page.</summary>
    /// <param name="page">Markdown with one table.</param>
    /// <returns>The table.</returns>
    public static RecordedTable Parse(string page)
    {
        ImmutableArray<ImmutableArray<string>> rows =
        [
            .. page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToImmutableArray()),
        ];
        return new RecordedTable(rows[0], rows[1..]);
    }

    /// <summary>Reads the table of a page that this program carries.</summary>
    /// <param name="name">The page's file name.</param>
    /// <returns>The table, read when it is first asked for.</returns>
    internal static Lazy<RecordedTable> Carried(string name) => new(() => Parse(EmbeddedText.Read($"Reports.{name}")));
}
