using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports;

/// <summary>A result as the summary page of a CI job, in GitHub's Markdown with LF line ends.</summary>
public static class JobSummary
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    /// <summary>A run: the report's first screen, and how many cases of each limit got each verdict.</summary>
    public static string Of(RunReport report) => MarkdownReport.Join(
    [
        MarkdownReport.FirstScreen(PageCatalog.Of(report)),
        MarkdownText.Table(
            ["limit", "consumer", "bound", .. Verdicts.Select(Words.Of)],
            report.Limits.Select(outcome => (IEnumerable<string>)
            [
                outcome.Limit.Id, outcome.Limit.Profile.Id, outcome.Limit.InWords,
                .. Verdicts.Select(verdict => $"{outcome.Count(verdict)}"),
            ])),
    ]);

    /// <summary>Pairs on a shared core: each pair with its verdict.</summary>
    public static string Of(PairReport report) => MarkdownReport.Join(
    [
        $"# {(report.HasRegressed ? "Something is slower, or differs" : "Nothing was shown to be slower")}\n",
        $"{MarkdownText.Escape(report.Summary)}\n",
        MarkdownText.Table(
            ["job", "A", "B", "change", "verdict", "why"],
            report.Pairs.Select(pair => (IEnumerable<string>)
                [pair.Job, pair.Before, pair.After, pair.ChangeText, pair.Words, string.Join("; ", [pair.Why, .. pair.Differences])])),
    ]);

    /// <summary>A comparison: what differs.</summary>
    public static string Of(RunComparison comparison) => MarkdownReport.Join(
    [
        $"# {(comparison.HasRegressed ? "Something differs" : "No differences in outputs, modules or operations")}\n",
        $"{MarkdownText.Escape(comparison.Summary)}\n",
        string.Concat(comparison.Notes.Concat(comparison.Modules.Values)
            .Concat(comparison.ChangedOperations.Select(counted => counted.Sentence))
            .Select(note => $"- {MarkdownText.Escape(note)}\n")),
        comparison.Outputs.IsEmpty ? "" : MarkdownText.Table(
            ["case", "output"],
            comparison.Outputs.Select(compared => (IEnumerable<string>)[compared.Id, string.Join("; ", compared.Differences)])),
    ]);
}
