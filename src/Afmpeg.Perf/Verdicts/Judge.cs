using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Verdicts;

/// <summary>
/// Holds limits against cases. A limit fails only where the whole interval lies beyond it and passes only where the whole interval lies
/// within, the limit itself included; anything between is not settled, and is never a guess.
/// </summary>
public static class Judge
{
    /// <summary>Judges every case by every limit whose pattern fits it.</summary>
    /// <param name="thresholds">The limits.</param>
    /// <param name="summaries">The cases, their native baselines included.</param>
    /// <returns>A finding per limit and case: limits in the file's order, cases in the given one.</returns>
    public static ImmutableArray<Finding> Findings(Thresholds thresholds, IEnumerable<CaseSummary> summaries)
    {
        var all = summaries.ToImmutableArray();
        return [.. thresholds.Limits.SelectMany(limit => all.Where(summary => limit.Cases.Matches(summary.Case.Id)).Select(summary => Find(limit, summary, all)))];
    }

    /// <summary>
    /// Whether more rounds could not change what the limits say of a case: every limit on a time is within or exceeded. Limits on what
    /// one round tells, or no round does, never ask for more.
    /// </summary>
    /// <param name="thresholds">The limits.</param>
    /// <param name="summary">The case, as summarised so far.</param>
    /// <returns>Whether it needs no more rounds; true for a case that no limit judges.</returns>
    public static bool IsDecided(Thresholds thresholds, CaseSummary summary) =>
        thresholds.Limits
            .Where(limit => MetricFacts.IsTimed(limit.Metric) && limit.Cases.Matches(summary.Case.Id))
            .All(limit => Of(limit, summary, MetricReading.Of(limit.Metric, summary, [summary])) is Verdict.Within or Verdict.Exceeded);

    private static Finding Find(Limit limit, CaseSummary summary, ImmutableArray<CaseSummary> all)
    {
        var observed = MetricReading.Of(limit.Metric, summary, all);
        var verdict = Of(limit, summary, observed);
        return new Finding(limit, summary, observed, verdict, FindingSentence.Of(limit, summary, observed, verdict, all));
    }

    private static Verdict Of(Limit limit, CaseSummary summary, Reading<Estimate> observed) =>
        observed.TryGet(out var estimate) ? Of(limit, estimate)
        : summary is { Failure: null, Rounds: > 0 } && MetricFacts.IsTimed(limit.Metric) ? Verdict.Inconclusive
        : Verdict.NotMeasured;

    private static Verdict Of(Limit limit, Estimate estimate) => limit switch
    {
        { AtMost: { } most } => estimate.High <= most ? Verdict.Within : estimate.Low > most ? Verdict.Exceeded : Verdict.Inconclusive,
        { AtLeast: { } least } => estimate.Low >= least ? Verdict.Within : estimate.High < least ? Verdict.Exceeded : Verdict.Inconclusive,
        _ => throw new ArgumentException($"limit '{limit.Id}' has neither end", nameof(limit)),
    };
}
