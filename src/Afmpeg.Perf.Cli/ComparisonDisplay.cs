using Afmpeg.Perf.Comparisons;
using Spectre.Console;

namespace Afmpeg.Perf.Cli;

/// <summary>A comparison on standard output: what to know first, a table, what differs of outputs and modules, a summary.</summary>
internal static class ComparisonDisplay
{
    public static void Show(RunComparison comparison)
    {
        var console = ResultDisplay.Console();
        console.WriteLine($"A  run {comparison.Before.Run}");
        console.WriteLine($"B  run {comparison.After.Run}");
        foreach (var note in comparison.Notes)
        {
            console.WriteLine(note);
        }

        console.Write(Grid(comparison));
        foreach (var compared in comparison.Cases.Where(compared => compared.Differences.Length > 0))
        {
            console.WriteLine($"DIFFERS      {compared.Id}: {string.Join("; ", compared.Differences)}");
        }

        foreach (var module in comparison.Modules.Values)
        {
            console.WriteLine($"DIFFERS      {module}");
        }

        console.WriteLine(comparison.Summary);
    }

    private static Table Grid(RunComparison comparison)
    {
        var grid = new Table().Border(TableBorder.Simple);
        foreach (var header in (string[])["case", "old", "new", "change", "verdict"])
        {
            grid.AddColumn(new TableColumn(header).NoWrap());
        }

        grid.AddColumn("why");
        foreach (var compared in comparison.Cases)
        {
            var verdict = compared.Verdict == SpeedVerdict.Slower ? compared.Words.ToUpperInvariant() : compared.Words;
            grid.AddRow([.. ((string[])[compared.Id, Multiple(compared.Before), Multiple(compared.After), compared.ChangeText, verdict, compared.Why])
                .Select(cell => new Text(cell))]);
        }

        return grid;
    }

    private static string Multiple(CaseExtract? extract) => extract is null ? "-" : extract.Multiple().Show(multiple => multiple, _ => "-");
}
