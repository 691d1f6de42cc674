using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Attacks on each engine, and how they ended in the table of docs/reliability/hostile.md.</summary>
public static class HostileGuests
{
    /// <summary>A folder beside the work folder, where the links of some attacks point; no guest may read or write there.</summary>
    public const string Outside = "outside";

    private static readonly RecordedTable Table = RecordedTable.Hostile;

    /// <summary>Each attack, by its guest's name, with each engine of the table.</summary>
    public static TheoryData<string> Attacks => TheoryRows.Of(
        Table.Rows.SelectMany(row => Table.Headers.Skip(1).Select(engine => $"{row[0].Split('`')[^2]} on {engine}")));

    public static string Cell(string guest, string engine) =>
        Table.Rows.Single(row => row[0].Contains($"`{guest}`", StringComparison.Ordinal))[Table.Headers.IndexOf(engine)];

    /// <summary>How a guest ended, in the table's words.</summary>
    public static string Words(LaneReading reading) => reading switch
    {
        { Outcome: Outcome.Ok } => "held",
        { Outcome: Outcome.TimedOut } => "timed out",
        { Reason: { } reason } when reason.StartsWith("killed after writing more than", StringComparison.Ordinal) => "stopped at the limit",
        { Reason: { } reason } => reason.Split(':')[0],
        _ => "no reason",
    };

    public static (LaneReading Reading, string[] Escaped) Run(string engine, string guest, TimeSpan limit)
    {
        using var guests = new GuestRuns { OutputLimit = new ByteCount(64L << 20) };
        var outside = Directory.CreateDirectory(Path.Combine(guests.Folder.Root, Outside)).FullName;
        var secret = Path.Combine(outside, "secret");
        File.WriteAllText(secret, "canary");
        Directory.CreateDirectory(Path.Combine(guests.Folder.Output, "inner"));
        File.CreateSymbolicLink(Path.Combine(guests.Folder.Output, "link"), secret);
        Directory.CreateSymbolicLink(Path.Combine(guests.Folder.Output, "folder"), outside);
        var reading = guests.Run(engine, guest, limit);
        File.ReadAllText(secret).Should().Be("canary");
        string[] folders = [outside, guests.Folder.Root, guests.Folder.Parent, "/tmp"];
        return (reading, [.. folders.Select(folder => Path.Combine(folder, "escaped")).Where(File.Exists)]);
    }
}
