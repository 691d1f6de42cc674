using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Verdicts;

/// <summary>
/// Holds limits against cases. A limit passes only where the whole interval lies within, the limit itself included; it fails only where
/// the whole interval lies beyond and that holds for all limits of the run together (<see cref="FamilyWiseError"/>). Neither is said of a time
/// that is nearer to its limit than the host's noise floor. Anything between is not settled, and is never a guess.
/// </summary>
public static class Judge
{
    /// <summary>A ratio known this well needs no more rounds: where it straddles a limit still, it is as good as at it.</summary>
    public const double NarrowEnough = 0.03;

    /// <summary>Judges every case by every limit whose pattern fits it.</summary>
    /// <param name="thresholds">The limits.</param>
    /// <param name="summaries">The cases, their native baselines included.</param>
    /// <param name="floor">The host's noise floor; where it was not measured no limit is held to be too near.</param>
    /// <param name="ownFiles">The options that name the user's own files in the command that repeats a case; null for none.</param>
    /// <returns>A finding per limit and case: limits in the file's order, cases in the given one.</returns>
    public static ImmutableArray<Finding> Findings(Thresholds thresholds, IEnumerable<CaseSummary> summaries, Reading<NoiseFloor> floor, string? ownFiles = null) =>
        Findings(thresholds, [([.. summaries], floor, ownFiles)])[0];

    /// <summary>Judges the cases of several runs, each by its own noise floor; an alarm must hold for all limits of all of them together.</summary>
    /// <param name="thresholds">The limits.</param>
    /// <param name="runs">The cases of each run, with the noise floor of its host and the options that name the user's own files in the command that repeats a case; null for none.</param>
    /// <returns>The findings of each run, in the given order.</returns>
    public static ImmutableArray<ImmutableArray<Finding>> Findings(
        Thresholds thresholds, ImmutableArray<(ImmutableArray<CaseSummary> Cases, Reading<NoiseFloor> Floor, string? CustomFiles)> runs)
    {
        var judged = runs
            .SelectMany((run, index) => thresholds.Limits.SelectMany(limit => run.Cases.Where(summary => limit.Judges(summary.Case)).Select(summary => (Limit: limit, Case: summary, Run: index))))
            .ToImmutableArray();
        var timed = judged.Where(one => !MetricReading.Rounds(one.Limit.Metric, one.Case).IsEmpty).ToImmutableArray();
        var chances = timed.Zip(FamilyWiseError.Chances(timed.Select(one => (one.Limit, one.Case)))).ToDictionary(one => one.First, one => one.Second);
        var findings = judged
            .Select(one => (one.Run, Finding: Find(one.Limit, one.Case, runs[one.Run].Cases, runs[one.Run].Floor, chances.GetValueOrDefault(one), runs[one.Run].CustomFiles)))
            .ToLookup(one => one.Run, one => one.Finding);
        return [.. runs.Select((_, index) => findings[index].ToImmutableArray())];
    }

    /// <summary>
    /// Whether more rounds are not worth their time: every limit on a time is within, or exceeded with what the family asks for, and further
    /// away than the noise floor, or straddled by a value that is known well enough. A case that the floor hides goes on, since a round of the
    /// A/A pair follows each of its own and lowers the floor. Limits on what one round tells, or no round does, never ask for more. After two or three
    /// rounds a case must be beyond doubt (<see cref="EarlyStop"/>).
    /// </summary>
    /// <param name="thresholds">The limits.</param>
    /// <param name="summary">The case, as summarised so far.</param>
    /// <param name="family">How many judgements of times the run makes, this case's included.</param>
    /// <param name="floor">The host's noise floor, as measured so far; where there is none no limit is held to be too near.</param>
    /// <returns>Whether it needs no more rounds; true for a case that no limit judges.</returns>
    public static bool IsDecided(Thresholds thresholds, CaseSummary summary, int family, Reading<NoiseFloor> floor) =>
        FewRounds.Looks.Contains(summary.Rounds)
            ? EarlyStop.IsBeyondDoubt(thresholds, summary, family, floor)
            : thresholds.Limits
                .Where(limit => MetricFacts.IsTimed(limit.Metric) && limit.Judges(summary.Case))
                .All(limit => IsSettled(limit, summary, MetricReading.Of(limit.Metric, summary, [summary]), family, floor));

    private static bool IsSettled(Limit limit, CaseSummary summary, Reading<Estimate> observed, int family, Reading<NoiseFloor> floor) =>
        observed.TryGet(out var estimate)
        && Of(limit, estimate) switch
        {
            Verdict.Inconclusive => Math.Log(estimate.High / estimate.Low) / 2 <= NarrowEnough,
            _ when IsHidden(limit, estimate, floor) => false,
            Verdict.Exceeded => family * FamilyWiseError.Chance(limit, summary) <= FamilyWiseError.Level,
            _ => true,
        };

    /// <summary>Whether a reading lies nearer to a limit than the host tells a lane from itself.</summary>
    /// <param name="limit">A limit on a time.</param>
    /// <param name="estimate">The reading.</param>
    /// <param name="floor">The host's noise floor.</param>
    /// <returns>False where there is no floor.</returns>
    internal static bool IsHidden(Limit limit, Estimate estimate, Reading<NoiseFloor> floor) =>
        floor.TryGet(out var known) && known.Hides(estimate.Value, limit.AtMost ?? limit.AtLeast!.Value);

    private static Finding Find(Limit limit, CaseSummary summary, ImmutableArray<CaseSummary> all, Reading<NoiseFloor> floor, double chance, string? ownFiles)
    {
        var observed = MetricReading.Of(limit.Metric, summary, all);
        var raw = Of(limit, summary, observed);
        var doubt = observed.TryGet(out var estimate) ? DoubtOf(limit, estimate, raw, floor, chance) : Doubt.None;
        var finding = new Finding(limit, summary, observed, doubt == Doubt.None ? raw : Verdict.Inconclusive, doubt, chance, "");
        return finding with { Sentence = FindingSentence.Of(finding, floor, all, ownFiles) };
    }

    private static Doubt DoubtOf(Limit limit, Estimate estimate, Verdict raw, Reading<NoiseFloor> floor, double chance) =>
        raw == Verdict.Inconclusive ? Doubt.Straddles
        : !MetricFacts.IsTimed(limit.Metric) ? Doubt.None
        : IsHidden(limit, estimate, floor) ? Doubt.WithinNoise
        : raw == Verdict.Exceeded && chance > FamilyWiseError.Level ? Doubt.AmongMany
        : Doubt.None;

    private static Verdict Of(Limit limit, CaseSummary summary, Reading<Estimate> observed) =>
        observed.TryGet(out var estimate) ? Of(limit, estimate)
        : summary is { Failure: null, Rounds: > 0 } && MetricFacts.IsTimed(limit.Metric) ? Verdict.Inconclusive
        : Verdict.NotMeasured;

    /// <summary>What an interval alone says of a limit, whatever the host's noise and the other limits make of that.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="estimate">A reading with its interval.</param>
    /// <returns>Within, exceeded, or inconclusive where the interval straddles it.</returns>
    internal static Verdict Of(Limit limit, Estimate estimate) => limit switch
    {
        { AtMost: { } most } => estimate.High <= most ? Verdict.Within : estimate.Low > most ? Verdict.Exceeded : Verdict.Inconclusive,
        { AtLeast: { } least } => estimate.Low >= least ? Verdict.Within : estimate.High < least ? Verdict.Exceeded : Verdict.Inconclusive,
        _ => throw new ArgumentException($"limit '{limit.Id}' has neither end", nameof(limit)),
    };
}
