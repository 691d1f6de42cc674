namespace Afmpeg.Perf.Reports;

/// <summary>What stops which guest, and how late: docs/reliability/stopping.md, against which StoppingRules hold the engines.</summary>
public static class StopRecord
{
    private static readonly Lazy<RecordedTable> Table = RecordedTable.Carried("stopping.md");

    /// <summary>A row per way to stop a guest: its name as in lanes (<c>wasmtime-epoch</c>), and what became of each guest.</summary>
    public static RecordedTable Kept => Table.Value;
}
