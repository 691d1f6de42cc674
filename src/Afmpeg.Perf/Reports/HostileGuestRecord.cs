using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports;

/// <summary>What a guest that means harm gets on each engine, as docs/reliability/hostile.md records it and HostileGuestRules hold engines against it.</summary>
/// <param name="Headers">"attack", and the engines.</param>
/// <param name="Rows">An attack each: its name, and how it ended on each engine.</param>
public sealed record HostileGuestRecord(ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows)
{
    private const string Resource = "Afmpeg.Perf.Reports.hostile.md";

    private static readonly Lazy<HostileGuestRecord> KeptRecord = new(() =>
    {
        using var stream = typeof(HostileGuestRecord).Assembly.GetManifestResourceStream(Resource)!;
        using var text = new StreamReader(stream);
        return Parse(text.ReadToEnd());
    });

    /// <summary>The record that the repository keeps.</summary>
    public static HostileGuestRecord Kept => KeptRecord.Value;

    /// <summary>Reads the page's one table.</summary>
    /// <param name="page">Markdown.</param>
    /// <returns>The record.</returns>
    public static HostileGuestRecord Parse(string page)
    {
        ImmutableArray<ImmutableArray<string>> rows =
            [.. page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToImmutableArray())];
        return new HostileGuestRecord(rows[0], rows[1..]);
    }
}
