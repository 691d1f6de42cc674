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

    private static readonly RecordedTable Kept = RecordedTable.Stopping;

    /// <summary>Each guest with each way to stop it.</summary>
    /// <param name="words">What the record may say of them.</param>
    /// <returns>Such as: loops by wasmtime-epoch.</returns>
    public static TheoryData<string> Cells(Func<string, bool> words) => TheoryRows.Of(
        from row in Kept.Rows
        from column in Enumerable.Range(1, Kept.Headers.Length - 1)
        where words(row[column])
        select $"{GuestOf(Kept.Headers[column])} by {row[0]}");

    /// <summary>The guest of a column.</summary>
    /// <param name="header">The column's name, the guest's at its end; of the first column the name alone.</param>
    /// <returns>The guest.</returns>
    public static string GuestOf(string header) => header.TrimEnd('`').Split('`')[^1];

    /// <summary>What the record says.</summary>
    /// <param name="cell">One of <see cref="Cells"/>.</param>
    /// <returns>The possible ends, without how late they were.</returns>
    public static string[] Words(string cell)
    {
        var (guest, way) = Split(cell);
        var column = Kept.Headers.Single(header => header.Contains($"`{guest}`", StringComparison.Ordinal));
        return WordsOf(Kept.Rows.Single(row => row[0] == way)[Kept.Headers.IndexOf(column)]);
    }

    /// <summary>The ends that a cell of the record names.</summary>
    /// <param name="cell">Such as: stopped or killed, under 0.1 s late.</param>
    /// <returns>The ends.</returns>
    public static string[] WordsOf(string cell) => cell.Split(", ")[0].Split(" or ");

    /// <summary>Runs the guest with a deadline of a second.</summary>
    /// <param name="cell">One of <see cref="Cells"/>.</param>
    /// <returns>How it ended, why, and how long after its deadline it was stopped; null where it was not.</returns>
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
