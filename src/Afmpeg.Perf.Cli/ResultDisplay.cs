using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Cli;

/// <summary>A run's result on standard output: tables, verdicts, where the report lies; or report.json as it is.</summary>
internal static class ResultDisplay
{
    public static void Show(RunReport report, string output, bool json)
    {
        if (json)
        {
            Console.Out.Write(File.ReadAllText(Path.Combine(output, ReportWriter.JsonFile)));
            return;
        }

        var console = new Screen();
        foreach (var table in PerfTable.PerJob(report.Cases))
        {
            Show(console, table);
        }

        foreach (var axis in report.Axes)
        {
            console.WriteLine(axis.Sentence.Show(sentence => sentence, reason => $"not measured: {reason}"), $"{axis.Id,-12} ");
        }

        foreach (var failed in report.Cases.Where(summary => summary.Failure is not null))
        {
            console.WriteLine($"{failed.Case.Id}: {failed.Failure}", "FAILED       ");
        }

        foreach (var outcome in report.Limits)
        {
            Show(console, outcome);
            if (report.Media is not null && outcome.Reason is { } reason)
            {
                console.WriteLine($"{outcome.Limit.Id}: {reason}", "not measured ");
            }
        }

        console.WriteLine();
        console.WriteLine(report.Measured.Sentence);
        // What the sentence names is not said again.
        var settles = report.Measured.Settles.Where(command => !report.Measured.Sentence.Contains(command, StringComparison.Ordinal));
        foreach (var line in report.Measured.Numbers.Concat(settles.Select(command => $"to settle: {command}")))
        {
            console.WriteLine($"         {line}");
        }

        if (report.Measured.Contradicts(report.Decision))
        {
            var lever = report.Decision.Lever is { } id ? $" ({id})" : "";
            console.WriteLine($"CHANGED  recorded is {Words.Key(report.Decision.Outcome)}{lever}: {report.Decision.Rationale}");
        }

        if (EmptyRun.Is(report.Cases))
        {
            console.WriteLine(EmptyRun.Sentence(report.Cases));
        }

        console.WriteLine($"noise    {report.NoiseFloor.Show(Words.Of, reason => $"not measured: {reason}")}");
        console.WriteLine($"time     {report.TimeBreakdown.Show(Words.Of, reason => $"not accounted for: {reason}")}");
        console.WriteLine($"report   {Path.Combine(output, "report.html")}, in short in {Path.Combine(output, "report.md")}");
    }

    /// <summary>Shows one axis alone: its sentence, its table, its notes.</summary>
    /// <exception cref="PerfException">The run has no such axis.</exception>
    public static void ShowAxis(RunReport report, string id)
    {
        var ids = report.Axes.Select(axis => axis.Id).ToArray();
        var table = report.Axes.FirstOrDefault(axis => axis.Id == id)
            ?? throw new PerfException(ExitStatus.BadUsage, "The run has no such axis")
            {
                Where = $"run {report.Run}",
                Expected = ids.Length > 0 ? $"one of {string.Join(", ", ids)}" : "an axis, but it measured none",
                Observed = $"'{id}'{UsageFault.Suggestion(id, ids)}",
                Remedy = "name another, or measure it: afmpeg-perf run --tier full has all",
            };
        var screen = new Screen();
        screen.WriteLine(table.Title);
        screen.WriteLine();
        screen.WriteLine(table.Sentence.Show(sentence => sentence, reason => $"not measured: {reason}"));
        screen.WriteTable(
            [.. table.Columns.Select(column => column.Header)], [.. table.Rows.Select(row => row.Select(cell => cell.Text).ToArray())]);
        foreach (var note in table.Notes)
        {
            screen.WriteLine(note);
        }
    }

    private static void Show(Screen console, PerfTable table)
    {
        console.WriteLine();
        console.WriteLine(table.Title);
        console.WriteTable(
            [.. table.Columns.Select(column => column.Header)],
            [.. table.Rows.Select(row => row.Cells.Select(cell => cell.ToString()).ToArray())]);
        foreach (var note in table.Footnotes)
        {
            console.WriteLine($"{note.Mark} {note.Reason}", "  ");
        }
    }

    // A limit that all its cases keep is one line, with the case that comes closest to it; every other case has a line of its own.
    private static void Show(Screen console, LimitOutcome outcome)
    {
        var limit = outcome.Limit;
        if (outcome.Closest is { } closest && outcome.Count(Verdict.Within) > 0)
        {
            console.WriteLine(
                $"{limit.Id}: {limit.InWords}, {outcome.Count(Verdict.Within)} of {CountText.Of(outcome.Findings.Length, "case")}; closest "
                + $"{closest.Observed.Show(observed => MetricFacts.Show(limit.Metric, observed), reason => reason)} "
                + $"{closest.Case.Case.Id} ({limit.Where})",
                "within       ");
        }

        foreach (var finding in outcome.Findings.Where(finding => finding.Verdict != Verdict.Within && finding.Case.Failure is null))
        {
            console.WriteLine(finding.Sentence, $"{Word(finding.Verdict),-12} ");
        }
    }

    /// <summary>A verdict that stands out where it is an alarm.</summary>
    public static string Word(Verdict verdict) => verdict == Verdict.Exceeded ? "EXCEEDED" : Words.Of(verdict);
}
