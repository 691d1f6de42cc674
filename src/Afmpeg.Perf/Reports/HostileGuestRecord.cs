namespace Afmpeg.Perf.Reports;

/// <summary>What a guest that means harm gets on each engine, as docs/reliability/hostile.md records it and HostileGuestRules hold engines against it.</summary>
public static class HostileGuestRecord
{
    private static readonly Lazy<RecordedTable> Table = RecordedTable.Carried("hostile.md");

    /// <summary>A row per attack: its name, and how it ended on each engine.</summary>
    public static RecordedTable Kept => Table.Value;
}
