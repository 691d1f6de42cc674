using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>The few numbers that the decision hangs on: of the limits those that are nearest to being exceeded, or furthest beyond, each by its worst case.</summary>
internal static class NearestLimits
{
    private const int Most = 3;

    public static IEnumerable<PageBlock> Of(PageInput input)
    {
        KeyNumber[] nearest =
        [
            .. input.Report.Limits
                .Where(outcome => outcome.Closest is not null)
                .Select(outcome => (Worst: outcome.Closest!, Of: outcome.Findings.Length))
                .OrderByDescending(entry => Pressure(entry.Worst))
                // A number is shown once, by the limit that it is nearest to.
                .DistinctBy(entry => (entry.Worst.Case.Case.Id, entry.Worst.Limit.Metric))
                .Take(Most)
                .Select(entry => Number(entry.Worst, entry.Of)),
        ];
        return nearest.Length > 0 ? [new KeyNumbers([.. nearest])] : [];
    }

    private static KeyNumber Number(Finding finding, int cases) => new(
        finding.Observed.Show(observed => MetricFacts.Show(finding.Limit.Metric, observed), reason => reason),
        $"{MetricFacts.NameOf(finding.Limit.Metric)}, {finding.Limit.Bound} for {finding.Limit.Profile.Id}",
        $"{Words.Of(finding.Verdict)}{Words.Of(finding.Doubt)}; the worst of {cases}: {finding.Case.Case.Id}",
        Tones.Of(finding.Verdict));

    // 1 lies on the limit, whichever way it points.
    private static double Pressure(Finding finding) =>
        !finding.Observed.TryGet(out var observed) ? double.NegativeInfinity
        : finding.Limit.AtMost is { } most ? observed.High / most
        : finding.Limit.AtLeast is { } least && observed.Low > 0 ? least / observed.Low
        : double.PositiveInfinity;
}
