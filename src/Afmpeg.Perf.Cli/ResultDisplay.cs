using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Verdicts;
using Spectre.Console;

namespace Afmpeg.Perf.Cli;

/// <summary>A run's result on standard output: tables, verdicts, where the report lies; or report.json as it is.</summary>
internal static class ResultDisplay
{
    // A pipe has no width of its own; a table broken at 80 columns is hard to read in a log.
    private const int WidthOfPipe = 200;

    public static void Show(RunReport report, string output, bool json)
    {
        if (json)
        {
            System.Console.Out.Write(File.ReadAllText(Path.Combine(output, "report.json")));
            return;
        }

        var console = Console();
        foreach (var table in PerfTable.PerJob(report.Cases))
        {
            Show(console, table);
        }

        foreach (var axis in report.Axes)
        {
            console.WriteLine($"{axis.Id,-12} {axis.Sentence.Show(sentence => sentence, reason => $"not measured: {reason}")}");
        }

        foreach (var failed in report.Cases.Where(summary => summary.Failure is not null))
        {
            console.WriteLine($"FAILED       {failed.Case.Id}: {failed.Failure}");
        }

        foreach (var outcome in report.Limits)
        {
            Show(console, outcome);
            if (report.Media is not null && outcome.WhyNone is { } reason)
            {
                console.WriteLine($"not measured {outcome.Limit.Id}: {reason}");
            }
        }

        console.WriteLine();
        console.WriteLine($"recorded {report.Decision.Outcome.ToString().ToLowerInvariant()}: {report.Decision.Rationale}");
        console.WriteLine($"noise    {report.NoiseFloor.Show(Words.Of, reason => $"not measured: {reason}")}");
        console.WriteLine($"time     {report.Overhead.Show(Words.Of, reason => $"not accounted for: {reason}")}");
        console.WriteLine($"report   {Path.Combine(output, "report.md")}");
    }

    /// <summary>Standard output: as wide as its terminal, or as COLUMNS says; as wide as a table needs it where it is a pipe.</summary>
    public static IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        console.Profile.Width = SharedOptions.Columns ?? (System.Console.IsOutputRedirected ? WidthOfPipe : console.Profile.Width);
        return console;
    }

    private static void Show(IAnsiConsole console, PerfTable table)
    {
        console.WriteLine();
        console.WriteLine(table.Title);
        var grid = new Table().Border(TableBorder.Simple);
        foreach (var column in table.Columns)
        {
            grid.AddColumn(new TableColumn(Markup.Escape(column.Header)).NoWrap());
        }

        foreach (var row in table.Rows)
        {
            grid.AddRow([.. row.Cells.Select(cell => new Text(cell.ToString()))]);
        }

        console.Write(grid);
        foreach (var note in table.Footnotes)
        {
            console.WriteLine($"  {note.Mark} {note.Reason}");
        }
    }

    // A limit that all its cases keep is one line, with the case that comes closest to it; every other case is told by itself.
    private static void Show(IAnsiConsole console, LimitOutcome outcome)
    {
        var limit = outcome.Limit;
        if (outcome.Closest is { } closest && outcome.Count(Verdict.Within) > 0)
        {
            console.WriteLine(
                $"within       {limit.Id}: {outcome.Bound}, {outcome.Count(Verdict.Within)} of {outcome.Findings.Length} cases; closest "
                + $"{closest.Observed.Show(observed => MetricFacts.Show(limit.Metric, observed), reason => reason)} {closest.Case.Case.Id} ({limit.Where})");
        }

        foreach (var finding in outcome.Findings.Where(finding => finding.Verdict != Verdict.Within && finding.Case.Failure is null))
        {
            console.WriteLine($"{Word(finding.Verdict),-12} {finding.Sentence}");
        }
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Exceeded => "EXCEEDED",
        Verdict.Inconclusive => "inconclusive",
        _ => "not measured",
    };
}
