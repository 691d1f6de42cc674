using System.Collections.Immutable;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>How decisions say numbers and lists.</summary>
internal static class DecisionText
{
    private const int Most = 3;

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    /// <summary>A finding as one number: "export-multiple: 14.4 [12.6, 15.2] where at most 8 is agreed (transcode/... on wazero+Oz-shipped)".</summary>
    public static string Number(Finding finding) =>
        $"{finding.Limit.Id}: {Observed(finding)} where {finding.Limit.Bound} is agreed ({finding.Case.Case.Id})";

    /// <summary>What carries a go: for the limits exceeded the furthest, what it is with the lever and without.</summary>
    public static ImmutableArray<string> Numbers(LeverReading best) =>
    [
        .. best.Effects.Where(effect => effect.IsRescued).OrderByDescending(effect => Pressure(effect.Today)).DistinctBy(effect => effect.Today.Limit.Id).Take(Most)
            .Select(effect => $"{effect.Today.Limit.Id}: {Observed(effect.Today)} today, {Observed(effect.With!)} with {best.Lever.Id}, where {effect.Today.Limit.Bound} is agreed ({effect.Today.Case.Case.Id})"),
    ];

    /// <summary>How hard a limit is pressed: 1 is at the limit, more is beyond it.</summary>
    public static double Pressure(Finding finding) => finding.Observed.TryGet(out var observed) && observed.Value > 0
        ? finding.Limit.AtMost is { } most ? observed.Value / most : finding.Limit.AtLeast!.Value / observed.Value
        : 0;

    private static string Observed(Finding finding) =>
        finding.Observed.Show(estimate => MetricFacts.Show(finding.Limit.Metric, estimate), reason => $"not measured ({reason})");
}
