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
                .Select(outcome => (outcome.Limit, Worst: outcome.Closest))
                .Where(entry => entry.Worst is not null)
                .OrderByDescending(entry => Pressure(entry.Worst!))
                .Take(Most)
                .Select(entry => Number(entry.Worst!)),
        ];
        return nearest.Length > 0 ? [new KeyNumbers([.. nearest])] : [];
    }

    private static KeyNumber Number(Finding finding) => new(
        finding.Observed.Show(observed => MetricFacts.Show(finding.Limit.Metric, observed), reason => reason),
        $"{MetricFacts.NameOf(finding.Limit.Metric)}, {finding.Limit.Bound} for {finding.Limit.Profile.Id}",
        $"{Words.Of(finding.Verdict)} at its nearest: {finding.Case.Case.Id}",
        Tones.Of(finding.Verdict));

    // 1 lies on the limit, whichever way it points.
    private static double Pressure(Finding finding) =>
        !finding.Observed.TryGet(out var observed) ? double.NegativeInfinity
        : finding.Limit.AtMost is { } most ? observed.High / most
        : finding.Limit.AtLeast is { } least && observed.Low > 0 ? least / observed.Low
        : double.PositiveInfinity;
}
