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
            Console.Out.Write(File.ReadAllText(Path.Combine(output, "report.json")));
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfPipe;
        }

        foreach (var table in PerfTable.PerJob(report.Cases))
        {
            Show(console, table);
        }

        foreach (var finding in report.Findings.OrderBy(finding => finding.Verdict == Verdict.Within))
        {
            console.WriteLine(Line(finding));
        }

        console.WriteLine();
        console.WriteLine($"recorded {report.Decision.Outcome.ToString().ToLowerInvariant()}: {report.Decision.Rationale}");
        console.WriteLine($"report   {Path.Combine(output, "report.md")}");
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

    private static string Line(Finding finding) => finding.Verdict switch
    {
        Verdict.Within => $"within       {finding.Limit.Id,-22} {finding.Case.Case.Id}  {Observed(finding)}  ({finding.Limit.Where})",
        Verdict.Exceeded => $"EXCEEDED     {finding.Sentence}",
        Verdict.Inconclusive => $"inconclusive {finding.Sentence}",
        _ => $"not measured {finding.Limit.Id,-22} {finding.Case.Case.Id}  {Observed(finding)}",
    };

    private static string Observed(Finding finding) => finding.Observed.Show(estimate => estimate.ToString(), reason => reason);
}
