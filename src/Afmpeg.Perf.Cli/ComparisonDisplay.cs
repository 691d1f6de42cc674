using Afmpeg.Perf.Comparisons;

namespace Afmpeg.Perf.Cli;

/// <summary>A comparison on standard output: what to know first, a table, what differs of outputs and modules, a summary.</summary>
internal static class ComparisonDisplay
{
    public static void Show(RunComparison comparison)
    {
        var console = new Screen();
        console.WriteLine($"A  run {comparison.Before.Run}");
        console.WriteLine($"B  run {comparison.After.Run}");
        foreach (var note in comparison.Notes)
        {
            console.WriteLine(note);
        }

        console.WriteTable(["case", "old", "new", "change", "verdict", "why"], [.. comparison.Cases.Select(Cells)]);
        foreach (var compared in comparison.Cases.Where(compared => compared.Differences.Length > 0))
        {
            console.WriteLine($"{compared.Id}: {string.Join("; ", compared.Differences)}", "DIFFERS      ");
        }

        foreach (var module in comparison.Modules.Values)
        {
            console.WriteLine(module, "DIFFERS      ");
        }

        foreach (var counted in comparison.ChangedOperations)
        {
            console.WriteLine(counted.Sentence, "OPERATIONS   ");
        }

        console.WriteLine(comparison.Summary);
    }

    private static string[] Cells(CaseComparison compared)
    {
        var verdict = compared.Verdict == SpeedVerdict.Slower ? compared.Words.ToUpperInvariant() : compared.Words;
        return [compared.Id, Multiple(compared.Before), Multiple(compared.After), compared.ChangeText, verdict, compared.Why];
    }

    private static string Multiple(CaseExtract? extract) => extract is null ? "-" : extract.Multiple().Show(multiple => multiple, _ => "-");
}
