using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>
/// What people buy a sandbox for, beside its price: what stops a guest, what a hostile clip does on each lane, and what a hostile guest gets on
/// each engine. It is no part of the run.
/// </summary>
internal static class SandboxSection
{
    /// <summary>The section, as the repository records it.</summary>
    /// <param name="input">Not looked at: no run measures this.</param>
    /// <returns>The section.</returns>
    public static PageSection Of(PageInput input) => new(
        "What the sandbox holds",
        [
            new Paragraph("Recorded apart from this run, by rules of the suite that every check repeats in a short form."),
            Stops(StopRecord.Kept), Clips(HostileClipRecord.Kept) with { IsDetail = true }, Guests(HostileGuestRecord.Kept) with { IsDetail = true },
        ]);

    private static PageSection Stops(RecordedTable record)
    {
        const string heading = "What stops a guest";
        return new PageSection(
            heading,
            [
                PageTable.Of(heading, record.Headers, record.Rows.Select(row => row.Select(cell => new TableCell(RecordedTable.Plain(cell))))),
                new Paragraph(
                    "Each guest has a deadline of 1 s. stopped: the check ended it. killed: it ran on, and its process had to be killed. What each check costs stands under How a guest can be stopped."),
            ]);
    }

    private static PageSection Clips(HostileClipRecord record)
    {
        const string heading = "What a hostile clip does";
        return new PageSection(
            heading,
            [
                new Paragraph(
                    $"{record.Recorded:yyyy-MM-dd}, {record.Machine}: {record.Clips} mutated clips and pictures on each lane, two at a time, ten pictures decoded, scaled and "
                    + $"encoded, at most 10 s and 256 MiB of output. Files that were changed, made or removed outside the folder of outputs: {record.Strayed}."),
                PageTable.Of(
                    heading,
                    ["lane", "clean error", "made an output", "trap", "killed by a signal", "timed out", "wrote too much", "longest", "peak memory"],
                    record.Lanes.Select(lane => (IEnumerable<TableCell>)
                    [
                        lane.Name, TableCell.Of(lane.CleanErrors), TableCell.Of(lane.Succeeded), TableCell.Of(lane.Traps), TableCell.Of(lane.Signals), TableCell.Of(lane.TimedOut),
                        TableCell.Of(lane.WroteTooMuch),
                        lane.LongestSeconds is { } seconds ? new TableCell($"{seconds:0.00} s", seconds) : "-",
                        lane.PeakBytes is { } bytes ? new TableCell($"{new ByteCount(bytes)}", bytes) : "-",
                    ])),
            ]);
    }

    private static PageSection Guests(RecordedTable record)
    {
        const string heading = "What a hostile guest gets";
        return new PageSection(
            heading,
            [
                PageTable.Of(heading, record.Headers, record.Rows.Select(row => row.Select(cell => new TableCell(RecordedTable.Plain(cell))))),
                new Paragraph(
                    "held: it got nothing that was not its. An exit status of a guest with links is the sum of 1 or 2 where it could read outside its folders through one, and of 4 where it could make a file there: "
                    + "run no module that is not trusted on an engine where that is so."),
            ]);
    }
}
