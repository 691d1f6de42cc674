using Afmpeg.Perf.Comparisons;

namespace Afmpeg.Perf.Cli;

/// <summary>A comparison on standard output: what to know first, what differs of outputs, modules and operations, a summary.</summary>
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

        foreach (var (id, differences) in comparison.Outputs)
        {
            console.WriteLine($"{id}: {string.Join("; ", differences)}", "DIFFERS      ");
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
}
