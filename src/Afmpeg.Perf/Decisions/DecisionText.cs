using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>How decisions write numbers.</summary>
internal static class DecisionText
{
    private const int Most = 3;

    /// <summary>"all of 3 judgements", "2 of 3 judgements", "the one judgement".</summary>
    public static string Part(int part, int whole) =>
        (part, whole) is (1, 1) ? "the one judgement" : $"{(part == whole ? "all" : part)} of {CountText.Of(whole, "judgement")}";

    /// <summary>
    /// A finding as one number: "export-multiple: 14.4 [12.6, 15.2], limit at most 8 (transcode/... on wazero+Oz-shipped)".
    /// </summary>
    public static string Number(Finding finding) =>
        $"{finding.Limit.Id}: {Observed(finding)}, limit {finding.Limit.Bound} ({finding.Case.Case.Id})";

    /// <summary>What carries a go: of each limit that the lever rescues, the case that is furthest beyond it, step by step.</summary>
    public static ImmutableArray<string> Numbers(LeverReading best) =>
    [
        .. best.Effects.Where(effect => effect.IsRescued).OrderByDescending(effect => effect.Without.LimitRatio)
            .DistinctBy(effect => effect.Shipped.Limit.Id)
            .Take(Most).Select(effect =>
                $"{effect.Shipped.Limit.Id}: {Observed(effect.Shipped)} as shipped, {Guided(effect)}{Observed(effect.With!)} with "
                + $"{best.Change.Id}, "
                + $"limit {effect.Shipped.Limit.Bound} ({effect.Shipped.Case.Case.Id})"),
    ];

    /// <summary>What was read, with its interval; or why nothing was.</summary>
    public static string Observed(Finding finding) =>
        finding.Observed.Show(estimate => MetricFacts.Show(finding.Limit.Metric, estimate), reason => $"not measured ({reason})");

    private static string Guided(LeverEffect effect) => IsSameCase(effect.Shipped, effect.Without) ? ""
        : $"{Observed(effect.Without)} with the guidance, ";

    /// <summary>Whether two findings are of one case, so that a step between them changes nothing.</summary>
    public static bool IsSameCase(Finding one, Finding other) => one.Case.Case.Id == other.Case.Case.Id;
}
