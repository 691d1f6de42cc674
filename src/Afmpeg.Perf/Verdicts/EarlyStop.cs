using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Verdicts;

/// <summary>
/// Whether a case may stop after two or three rounds. Only cases with long runs may: a short one has its seven rounds within a minute, and
/// their narrower interval is worth that. Every limit that judges the case must be beyond doubt; a case that no limit judges must be known
/// to <see cref="RoughlyKnown"/>.
/// </summary>
public static class EarlyStop
{
    /// <summary>
    /// A run of this many seconds is long. Seven rounds of it take 35 s or more, an eighth of the quick tier's budget of measuring; three
    /// rounds take less than half of that.
    /// </summary>
    public const double LongRunSeconds = 5;

    /// <summary>
    /// The half-width, as a fraction of the ratio, below which three rounds are enough where no limit judges the case. Three rounds that
    /// agree have 16 %; three that scatter by 17 %, as nine in ten cases of the noisy day do at most, have 22 %.
    /// </summary>
    public const double RoughlyKnown = 0.20;

    /// <summary>Whether a case is looked at early: any of its runs so far was long.</summary>
    public static bool IsOpenTo(CaseSummary summary) => summary.ExecuteSeconds.Any(seconds => seconds >= LongRunSeconds);

    /// <summary>How often a case is looked at, the early looks included: an alarm's chance is multiplied by that.</summary>
    public static int LooksAt(CaseSummary summary) => SignedRankLooks.Rounds.Count + (IsOpenTo(summary) ? FewRounds.Looks.Count : 0);

    /// <summary>
    /// Whether a case may stop at an early look of a run that makes so many judgements of times (<see cref="FamilyWiseError.Judgements"/>).
    /// </summary>
    public static bool IsBeyondDoubt(Thresholds thresholds, CaseSummary summary, int judgements, Reading<NoiseFloor> floor)
    {
        if (!IsOpenTo(summary))
        {
            return false;
        }

        var limits = thresholds.Limits.Where(limit => limit.Judges(summary.Case)).ToArray();
        var timed = limits.Where(limit => MetricFacts.IsTimed(limit.Metric)).ToArray();
        // Memory has an interval of its rounds as well, though no part in the family.
        var isMemoryClear = limits
            .Where(limit => limit.Metric == Metric.PeakBytes)
            .All(limit => Observed(limit, summary).TryGet(out var estimate) && SideOf(limit, estimate) != Verdict.Inconclusive);
        return isMemoryClear
            && (timed.Length > 0 ? timed.All(limit => IsClear(limit, summary, judgements, floor)) : IsRoughlyKnown(summary));
    }

    private static bool IsClear(Limit limit, CaseSummary summary, int judgements, Reading<NoiseFloor> floor) =>
        Observed(limit, summary).TryGet(out var estimate) && !Judge.IsHidden(limit, estimate, floor) && SideOf(limit, estimate) switch
        {
            Verdict.Within => true,
            Verdict.Exceeded => judgements * FamilyWiseError.Chance(limit, summary) <= FamilyWiseError.Level,
            _ => false,
        };

    private static Reading<Estimate> Observed(Limit limit, CaseSummary summary) => MetricReading.Of(limit.Metric, summary, [summary]);

    private static Verdict SideOf(Limit limit, Estimate estimate) => Judge.Compare(limit, FewRounds.AtLook(estimate));

    private static bool IsRoughlyKnown(CaseSummary summary) =>
        summary.Rounds == FewRounds.Looks[^1]
        && summary.NativeMultiple.TryGet(out var multiple)
        && Math.Log(multiple.High / multiple.Low) / 2 <= Math.Log(1 + RoughlyKnown);
}
