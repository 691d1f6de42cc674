using Afmpeg.Perf.Measurements;
using static Afmpeg.Perf.Reports.MarkdownText;

namespace Afmpeg.Perf.Reports;

/// <summary>The part of report.md that one looks up: modules, versions, how it was measured, what was not.</summary>
internal static class MarkdownAppendix
{
    private const string Method =
        """
        ## How it was measured

        - A run is a process of its own, timed on the monotonic clock; CPU time and memory are the kernel's accounting of that process alone.
        - The lanes of a job alternate in rounds, in an order shuffled by the seed and balanced over places and neighbours, so that drift of
          the host is in all of them alike.
        - A multiple is the pseudo-median (Hodges and Lehmann) over rounds of one lane's time against the other's in the same round; in
          brackets the interval that the signed-rank test does not reject, at 95 % or more. Too few rounds for that interval give no multiple.
        - A case is looked at after 7, 10 and 14 rounds, and stops once its limits are decided; the 5 % are spent over these looks.
        - Native was measured against itself, first and in every round: what the two differ by is the noise floor. A time that is nearer to
          its limit than that is inconclusive.
        - A limit on a time is exceeded only where that holds for all such limits of the run together: the chance of any false alarm is at
          most 1 % (Holm, on Student's test of the rounds' logarithms, corrected for the looks).
        - Multiples compare the execute phase. Native lanes: the whole process. wasmtime and v8: the guest's run alone, timed inside their
          worker; compiling, loading and instantiating are apart. wazero cannot time its phases: its execute includes load and instantiate.
        - One run of the suite measures on a machine at a time. Where the machine was suspended or its clock set while a lane ran, that run
          is voided: it is told with its case, was repeated once, and counts in nothing.
        - Lanes are compared at equal encoder and effort only. A run counts once its output decodes, with the expected frames, size and
          duration; where the encoder is deterministic it must decode to the very frames of native-portable's.
        - Native baselines: native (assembly, all threads), native-1t (assembly, one thread), native-portable (the modules' own C, one thread).
        """;

    /// <summary>Renders it.</summary>
    /// <param name="report">The run.</param>
    /// <returns>Markdown.</returns>
    public static string Render(RunReport report) =>
        string.Join('\n', Modules(report), Versions(report), Method, Setting(report), MarkdownHost.Table(report.Quiet),
            Legend(), MarkdownAxes.Legend(report.Axes), NotMeasured(report));

    private static string Modules(RunReport report) => "## Modules\n\n" + Table(
        ["build", "flavour", "raw", "gzip", "brotli", "vector instructions", "optimised with", "sha256"],
        report.Modules.Select(module => (IEnumerable<string>)
        [
            module.Build, module.Flavour, $"{module.Size.Bytes}", $"{module.GzipSize.Bytes}", $"{module.BrotliSize.Bytes}",
            $"{module.VectorInstructions}", module.OptimiseFlags, module.Sha256,
        ]));

    private static string Versions(RunReport report) =>
        "## Versions\n\n"
        + Table(["what", "version"], report.Versions.Select(component => (IEnumerable<string>)[component.Name, component.Version]));

    private static string Setting(RunReport report)
    {
        var medium = report.WorkIsInMemory ? "in memory: no disk is part of any time" : "not in memory: its disk is part of the times";
        var time = report.Overhead.Show(account => $"{Words.Of(account.Total)}: {Words.Of(account)}", reason => $"not measured: {Escape(reason)}");
        return $"- Work folder: {Escape(report.WorkParent)} ({medium}).\n- Where the time went: {time}.\n";
    }

    private static string Legend() =>
        "### Columns\n\n"
        + Table(["column", "unit", "meaning"], PerfColumns.All.Select(column => (IEnumerable<string>)[column.Header, column.Unit, column.Legend]));

    private static string NotMeasured(RunReport report)
    {
        // A case without a multiple has no answer to the report's question, even where other readings of it exist.
        var cases = report.Cases
            .Where(summary => summary.NativeMultiple.WhyNot is not null)
            .Select(summary => (summary.Case.Id, Status: Status(summary), Reason: summary.NativeMultiple.WhyNot!));
        var limits = report.Limits
            .Where(outcome => outcome.WhyNone is not null)
            .Select(outcome => (outcome.Limit.Id, Status: "limit not judged", Reason: outcome.WhyNone!));
        var rows = cases.Concat(limits).Select(row => (IEnumerable<string>)[row.Id, row.Status, row.Reason]).ToArray();
        return "## What was not measured, and why\n\n"
            + (rows.Length > 0 ? Table(["what", "status", "why"], rows) : "Nothing: every case has its multiple.\n");
    }

    private static string Status(CaseSummary summary) => Words.Status(summary) switch
    {
        CaseStatus.Failed => "FAILED",
        CaseStatus.Measured => "no multiple",
        _ => "not measured",
    };
}
