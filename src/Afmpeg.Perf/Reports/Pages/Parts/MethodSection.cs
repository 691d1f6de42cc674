namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>How it was measured, with what, and how quiet the host was.</summary>
internal static class MethodSection
{
    private static readonly PageText[] Method =
    [
        "A run is a process of its own, timed on the monotonic clock; CPU time and memory are the kernel's accounting of that process alone.",
        "The lanes of a job alternate in rounds, in an order shuffled by the seed and balanced over places and neighbours, so that drift of "
            + "the host is in all of them alike.",
        "A multiple is the pseudo-median (Hodges and Lehmann) over rounds of one lane's time against the other's in the same round; in "
            + "brackets the interval that the signed-rank test does not reject, at 95 % or more.",
        "Two to five rounds are too few for that test. They have their mean on the scale of logarithms and Student's interval of 95 %, in which their scatter "
            + "counts together with what rounds scattered by on a noisy day. One round gives no multiple.",
        "That test takes rounds to have nothing in common. Multiples of native whose rounds lie seconds apart do, and so do the times of one "
            + "lane (seconds, realtime factors): their intervals are wider, by what rounds of a quiet and of a noisy day were seen to share.",
        "A case is looked at after 7, 10 and 14 rounds, and stops once its limits are decided; the 5 % are spent over these looks. A case with runs of "
            + "5 s or more stops after 2 or 3 rounds where its limits are beyond doubt (99.95 %), after 3 where no limit judges it and its multiple is known to 20 %.",
        "Native was measured against itself, first and in every round: what the two differ by is the noise floor. A time that is nearer to "
            + "its limit than that is inconclusive.",
        "A limit on a time is exceeded only where that holds for all such limits of the run together: the chance of any false alarm is at "
            + "most 1 % (Holm, on Student's test of the rounds' logarithms, corrected for the looks).",
        "Multiples compare the execute phase. Native lanes: the whole process. Wasm lanes: the guest's run alone, timed inside the "
            + "worker that embeds the engine; compiling, loading and instantiating are apart.",
        "One run of the suite measures on a machine at a time. Where the machine was suspended or its clock set while a lane ran, that run "
            + "is voided: it is told with its case, was repeated once, and counts in nothing.",
        "Lanes are compared at equal encoder and effort only. A run counts once its output decodes, with the expected frames, size and "
            + "duration; where the encoder is deterministic it must decode to the very frames of native-portable's.",
        "Native baselines: native (assembly, all threads), native-1t (assembly, one thread), native-portable (the modules' own C, one thread).",
    ];

    public static PageSection Of(PageInput input) => new(
        "How it was measured",
        [
            BulletList.Of([.. Method, .. Setting(input.Report)]),
            .. ((PageSection[])[Quiet(input.Report), Modules(input.Report), Versions(input.Report)]).Select(section => section with { IsDetail = true }),
        ]);

    private static PageText[] Setting(RunReport report)
    {
        var medium = report.WorkIsInMemory ? "in memory: no disk is part of any time" : "not in memory: its disk is part of the times";
        var time = report.Overhead.Show(account => $"{Words.Of(account.Total)}: {Words.Of(account)}", reason => $"not measured: {reason}");
        return [$"Work folder: {report.WorkParent} ({medium}).", $"Where the run's time went: {time}."];
    }

    private static PageSection Quiet(RunReport report)
    {
        const string heading = "How quiet the host was";
        return new PageSection(
            heading,
            [
                report.Quiet.TryGet(out var account)
                    ? PageTable.Of(
                        heading,
                        ["what", "when", "observed", "disturbs", "what can be done"],
                        HostRemarks.Of(account).Select(seen => (IEnumerable<TableCell>)
                        [
                            seen.Remark.Topic, seen.When, seen.Remark.Observed,
                            seen.Remark.IsDisturbing ? new TableCell("yes", Tone: Tone.Unsure) : "no", seen.Remark.Remedy ?? "",
                        ]))
                    : new Paragraph($"Not measured: {report.Quiet.Reason}."),
            ]);
    }

    private static PageSection Modules(RunReport report) => new(
        "Modules",
        [
            PageTable.Of(
                "Modules: how each was compiled, and its size in bytes",
                ["build", "flavour", "raw", "gzip", "brotli", "vector instructions", "optimised with", "sha256"],
                report.Modules.Select(module => (IEnumerable<TableCell>)
                [
                    module.Build, module.Flavour, TableCell.Of(module.Size.Bytes), TableCell.Of(module.GzipSize.Bytes), TableCell.Of(module.BrotliSize.Bytes),
                    TableCell.Of(module.VectorInstructions), module.OptimiseFlags, module.Sha256,
                ])),
        ]);

    private static PageSection Versions(RunReport report) => new(
        "Versions",
        [PageTable.Of("Versions", ["what", "version"], report.Versions.Select(component => (IEnumerable<TableCell>)[component.Name, component.Version]))]);
}
