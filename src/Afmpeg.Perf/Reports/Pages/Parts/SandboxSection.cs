using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>What people buy a sandbox for, beside its price: what a hostile clip does on each lane, and what each engine holds. It is no part of the run.</summary>
internal static class SandboxSection
{
    private static readonly PageText[] Engines =
    [
        PageText.Strong("wasmtime", " promises isolation by capabilities, and it held: no path and no link led a guest out of its folders."),
        PageText.Strong("v8", " under node promises no isolation of files: a link to a folder, even one that the guest itself made, led out, for reading and for writing. Run no module there that is not trusted."),
        PageText.Strong("wazero", "'s command promises none against links either: through them files and folders were read and made outside. It also takes an exit status of 256 for success."),
        PageText.Strong("Every engine", ": loops and floods of output end at their limits; memory is bounded by wasm32 alone, 4 GiB a guest."),
    ];

    public static PageSection Of(PageInput input) => Of(HostileClipRecord.Kept);

    public static PageSection Of(HostileClipRecord record)
    {
        const string heading = "What a hostile clip does";
        return new PageSection(
            "What the sandbox holds",
            [
                new Paragraph(
                    $"Recorded apart from this run, {record.Recorded:yyyy-MM-dd} on {record.Machine}: {record.Clips} mutated clips and photographs on each lane, ten pictures decoded, scaled and "
                    + $"encoded, at most 10 s and 256 MiB of output. Files that were changed, made or removed outside the folder of outputs: {record.Strayed}."),
                PageTable.Of(
                    heading,
                    ["lane", "clean error", "made an output", "trap", "killed by a signal", "timed out", "longest", "peak memory"],
                    record.Lanes.Select(lane => (IEnumerable<TableCell>)
                    [
                        lane.Name, TableCell.Of(lane.CleanErrors), TableCell.Of(lane.Succeeded), TableCell.Of(lane.Traps), TableCell.Of(lane.Signals), TableCell.Of(lane.TimedOut),
                        lane.LongestSeconds is { } seconds ? new TableCell($"{seconds:0.00} s", seconds) : "-",
                        lane.PeakBytes is { } bytes ? new TableCell($"{new ByteCount(bytes)}", bytes) : "-",
                    ])),
                new Paragraph("What a guest that means harm gets, on each engine as this suite starts it:"),
                BulletList.Of(Engines),
            ]);
    }
}
