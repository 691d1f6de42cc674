using System.Diagnostics;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The table of docs/reliability/stopping.md: what stops which guest. Rules hold every engine that is here against it.</summary>
public static class StoppedGuests
{
    /// <summary>A guest that its own check did not stop, and the whole process had to be killed.</summary>
    public const string Killed = "killed";

    /// <summary>A guest that was stopped at its deadline.</summary>
    public const string Stopped = "stopped";

    // The row of no check. Any engine's process is killed in the same way; on V8 every guest of the table runs until then.
    private const string KillTheProcess = "kill the process";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);

    // A worker has time to start on a busy machine; a guest that outlives its deadline so long does not stop at it.
    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(8);

    private static readonly RecordedTable Table = StopRecord.Kept;

    /// <summary>Each guest with each way to stop it.</summary>
    public static TheoryData<string> Cells(Func<string, bool> words) => TheoryRows.Of(
        from row in Table.Rows
        from column in Enumerable.Range(1, Table.Headers.Length - 1)
        where words(row[column])
        select $"{GuestOf(Table.Headers[column])} by {row[0]}");

    public static string GuestOf(string header) => header.TrimEnd('`').Split('`')[^1];

    public static string[] Words(string cell)
    {
        var (guest, way) = Split(cell);
        var column = Table.Headers.Single(header => header.Contains($"`{guest}`", StringComparison.Ordinal));
        return WordsOf(Table.Rows.Single(row => row[0] == way)[Table.Headers.IndexOf(column)]);
    }

    public static string[] WordsOf(string cell) => cell.Split(", ")[0].Split(" or ");

    /// <summary>Runs the guest with a deadline of a second.</summary>
    public static (string Word, string? Reason, TimeSpan? Late) Run(string cell)
    {
        var (guest, way) = Split(cell);
        using var guests = GuestRuns.Until(Deadline);
        var pipe = Path.Combine(guests.Folder.Media, "fifo");
        using (var make = Process.Start("mkfifo", [pipe]))
        {
            make.WaitForExit();
        }

        // For writing as well, and open until the guest has ended: a reader finds neither data nor an end.
        using var writer = File.OpenHandle(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var lane = LaneOf(way, guest);
        var clock = Stopwatch.StartNew();
        var reading = guests.Run(lane, Samples.Job(), way == KillTheProcess ? Deadline : KillLimit);
        return reading switch
        {
            { Outcome: Outcome.Ok } => ("ended", null, null),
            { Outcome: Outcome.TimedOut } when way == KillTheProcess => (Stopped, reading.Reason, clock.Elapsed - Deadline),
            { Outcome: Outcome.TimedOut } => (Killed, reading.Reason, null),
            _ when reading.Reason!.StartsWith($"exit status {WorkerOptions.StoppedStatus}:", StringComparison.Ordinal) =>
                (Stopped, reading.Reason, reading.Phases.Execute!.Value - Deadline),
            _ => (reading.Reason!.Split(':')[0], reading.Reason, null),
        };
    }

    private static (string Guest, string Way) Split(string cell) => (cell.Split(" by ")[0], cell.Split(" by ")[1]);

    private static Lane LaneOf(string way, string guest) => way == KillTheProcess
        ? Lane.Wasm(Engines.V8, guest)
        : Engines.All.SelectMany(engine => Enum.GetValues<StopCheck>().Select(stop => Lane.Wasm(engine, guest, stop)))
            .Single(lane => lane.Name.Split('+')[0] == way);
}
