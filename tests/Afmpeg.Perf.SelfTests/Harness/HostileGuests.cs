using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The table of docs/reliability/hostile.md: what became of each attack on each engine. Rules hold every engine that is here against it.</summary>
public static class HostileGuests
{
    /// <summary>A folder beside the work folder, where the links of some attacks point; no guest may read or write there.</summary>
    public const string Outside = "outside";

    private static readonly RecordedTable Kept = RecordedTable.Parse(File.ReadAllText(Repository.PathOf("docs", "reliability", "hostile.md")));

    /// <summary>Each attack, by its guest's name, with each engine of the table.</summary>
    public static TheoryData<string> Attacks => TheoryRows.Of(
        Kept.Rows.SelectMany(row => Kept.Headers.Skip(1).Select(engine => $"{row[0].Split('`')[^2]} on {engine}")));

    /// <summary>What the table says.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="engine">The engine.</param>
    /// <returns>The cell.</returns>
    public static string Cell(string guest, string engine) => Kept.Rows.Single(row => row[0].Contains($"`{guest}`", StringComparison.Ordinal))[Kept.Headers.IndexOf(engine)];

    /// <summary>How a guest ended, in the table's words.</summary>
    /// <param name="reading">What its lane told.</param>
    /// <returns>The words.</returns>
    public static string Words(LaneReading reading) => reading switch
    {
        { Outcome: Outcome.Ok } => "held",
        { Outcome: Outcome.TimedOut } => "timed out",
        { Reason: { } reason } when reason.StartsWith("killed after writing more than", StringComparison.Ordinal) => "stopped at the limit",
        { Reason: { } reason } => reason.Split(':')[0],
        _ => "no reason",
    };

    /// <summary>Runs an attack.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="limit">After this long it is killed.</param>
    /// <returns>What its lane told, and what it left outside its folders.</returns>
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
        string[] places = [Path.Combine(outside, "escaped"), Path.Combine(guests.Folder.Root, "escaped"), Path.Combine(guests.Folder.Parent, "escaped"), "/tmp/escaped"];
        return (reading, [.. places.Where(File.Exists)]);
    }
}
