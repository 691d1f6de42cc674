using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.Cli;

/// <summary>Pairs on a shared core, on standard output and in the summary of a CI job.</summary>
internal static class PairDisplay
{
    /// <summary>Shows them.</summary>
    public static ExitStatus Show(PairReport report)
    {
        var console = new Screen();
        console.WriteLine($"{report.Machine}. Processor time of B against A, on one core that both share.");
        console.WriteTable(
            ["job", "A", "B", "change", "verdict", "why"],
            [
                .. report.Pairs.Select(pair => (string[])
                [
                    pair.Job, pair.Before, pair.After, pair.ChangeText, pair.Verdict == SpeedVerdict.Slower ? pair.Words.ToUpperInvariant() : pair.Words, pair.Why,
                ]),
            ]);
        foreach (var pair in report.Pairs.Where(pair => pair.Differences.Length > 0))
        {
            console.WriteLine($"{pair.Job}, {pair.Before} and {pair.After}: {string.Join("; ", pair.Differences)}", "DIFFERS      ");
        }

        console.WriteLine($"{report.Summary}; each window is in {report.Windows}");
        StepSummary.Append(() => JobSummary.Of(report));
        return report.Status;
    }
}
