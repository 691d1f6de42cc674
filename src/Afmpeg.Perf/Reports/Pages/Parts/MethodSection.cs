using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>How the run measured, with what, and how quiet the host was.</summary>
internal static class MethodSection
{
    private static readonly PageText[] Method =
    [
        "Each run of a case is a process of its own, timed on the monotonic clock. CPU time and memory come from the kernel's "
            + "accounting of that process alone.",
        "The lanes of a job alternate in rounds. The seed shuffles their order, balanced over positions and neighbours, so "
            + "drift of the host affects all lanes alike.",
        "A multiple is the pseudo-median (Hodges and Lehmann), over rounds, of one lane's time divided by the other's in the "
            + "same round. The brackets hold the interval that the signed-rank test does not reject, at 95 % or more. A long "
            + "case may stop after two or three rounds. With two to five rounds, a multiple is the mean on a logarithmic scale with "
            + "Student's 95 % interval, which combines their own scatter with that of rounds on a noisy day. One round gives no "
            + "multiple.",
        "Native is measured against itself, first and in every round; the difference is the noise floor. A time that is closer "
            + "to its limit than the noise floor is inconclusive.",
        "Multiples compare the execute phase. For native lanes that is the whole process. For Wasm lanes it is the guest's run "
            + "alone, timed inside the worker that embeds the engine; compiling, loading and instantiating are reported separately.",
        "Native baselines: native (assembly, all threads), native-1t (assembly, one thread), native-portable (the modules' own "
            + "C, one thread).",
    ];

    private static readonly PageText[] Rules =
    [
        "The signed-rank test assumes independent rounds. Multiples of native whose rounds are seconds apart are correlated, and so are "
            + "the times of one lane (seconds, realtime factors). Their intervals are widened by the autocorrelation seen on a quiet "
            + "day and on a noisy one.",
        $"Sampling looks at a case after {AxisText.List(SignedRankLooks.Rounds.Select(look => $"{look}"))} rounds and stops once its "
            + $"limits are decided; the {PercentText.Of(SignedRankLooks.Error)} error is spread over these looks. A case whose runs take "
            + $"{EarlyStop.LongRunSeconds} s or more stops after {string.Join(" or ", FewRounds.Looks)} rounds if its limits are beyond "
            + $"doubt ({PercentText.Of(1 - FewRounds.LookError)}), and after {FewRounds.Looks[^1]} if no limit judges it and its multiple "
            + $"is known to {PercentText.Of(EarlyStop.RoughlyKnown)}. If the time is too short for {SignedRankLooks.Rounds[0]} rounds of "
            + $"all cases, those that no limit judges stop after {FewRounds.Looks[^1]}.",
        "Alarms on times are corrected for multiple comparisons (Holm, on Student's test of the rounds' logarithms, corrected for the "
            + "looks): the chance of any false alarm on a multiple is at most 1 % in a run. Seconds and realtime factors are not divided "
            + "by native's, so a noisy day can raise more false alarms. The decision's verdicts are corrected over all limits of the run "
            + "and those on the cases that replace what is shipped. Verdicts of within are not corrected.",
        "Only one run of the suite measures on a machine at a time. If the machine was suspended or its clock set while a lane "
            + "ran, that run is void: the report lists it with its case, it was repeated once, and it does not count.",
        "Lanes are compared at equal encoder and effort only. A run counts once its output decodes with the expected frames, "
            + "size and duration. Where the encoder is deterministic, the frames must also equal native-portable's.",
    ];

    public static PageSection Of(PageInput input) => new(
        "How it was measured",
        [
            BulletList.Of([.. Method, .. Setting(input.Report)]),
            Detail("The rules in detail", BulletList.Of([.. Rules])),
            Detail("How quiet the host was", Noise(input.Report)),
            Detail("Modules", Modules(input.Report)),
            Detail("Versions", Versions(input.Report)),
        ]);

    private static PageSection Detail(string heading, PageBlock block) => new(heading, [block]) { IsDetail = true };

    private static PageText[] Setting(RunReport report)
    {
        var medium = report.WorkIsInMemory ? "in memory, so no time includes a disk" : "on a disk, which the times include";
        var time = report.TimeBreakdown.Show(spent => $"{Words.Of(spent.Total)}: {Words.Of(spent)}", reason => $"not measured: {reason}");
        return [$"Work folder: {report.WorkParent} ({medium}).", $"Where the run's time went: {time}."];
    }

    private static PageBlock Noise(RunReport report) => !report.HostNoise.TryGet(out var noise)
        ? new Paragraph($"Not measured: {report.HostNoise.Reason}.")
        : PageTable.Of(
            "How quiet the host was",
            ["what", "when", "observed", "disturbs", "remedy"],
            HostPart.Remarks(noise).Select(seen => (IEnumerable<TableCell>)
            [
                seen.Remark.Topic, seen.When, seen.Remark.Observed,
                seen.Remark.IsDisturbing ? new TableCell("yes", Tone: Tone.Unsure) : "no", seen.Remark.Remedy ?? "",
            ]));

    private static PageTable Modules(RunReport report) => PageTable.Of(
        "Modules: how each was compiled, and its size in bytes",
        ["build", "flavour", "raw", "gzip", "brotli", "vector instructions", "optimised with", "sha256"],
        report.Modules.Select(module => (IEnumerable<TableCell>)
        [
            module.Build, module.Flavour,
            TableCell.Of(module.Size.Bytes), TableCell.Of(module.GzipSize.Bytes), TableCell.Of(module.BrotliSize.Bytes),
            TableCell.Of(module.VectorInstructions), module.OptimiseFlags, module.Sha256,
        ]));

    private static PageTable Versions(RunReport report) => PageTable.Of(
        "Versions", ["what", "version"], report.Versions.Select(component => (IEnumerable<TableCell>)[component.Name, component.Version]));
}
