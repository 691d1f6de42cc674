using Afmpeg.Perf.Axes;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>
/// What people buy a sandbox for: what stops a guest, and where the records of hostile guests and clips are. No run measures this.
/// </summary>
internal static class SandboxSection
{
    public static PageSection Of(PageInput input)
    {
        const string heading = "What stops a guest";
        var record = RecordedTable.Stopping;
        var rows = record.Rows.Select(row => row.Select(cell => new TableCell(RecordedTable.Plain(cell))));
        return new PageSection(
            "What the sandbox holds",
            [
                new Paragraph(new PageText(
                [
                    new("Not part of this run: the suite's own tests check it. "),
                    new("docs/reliability/hostile.md", TextStyle.Code),
                    new(" records what a hostile guest can reach on each engine, and "),
                    new("docs/reliability/hostile-clips.md", TextStyle.Code),
                    new(" what mutated clips do on each lane."),
                    new($" Symbolic links led guests out of their folders on {AxisText.List(RecordedTable.EnginesThatFollowLinks)}."),
                ])),
                new PageSection(
                    heading,
                    [
                        PageTable.Of(heading, [.. record.Headers.Select(RecordedTable.Plain)], rows),
                        new Paragraph(
                            "Each guest has a deadline of 1 s. \"stopped\" means that the check ended it, \"killed\" that it kept running "
                            + "until its process was killed. \"How a guest can be stopped\" has the cost of each check."),
                    ])
                {
                    IsDetail = true,
                },
            ]);
    }
}
