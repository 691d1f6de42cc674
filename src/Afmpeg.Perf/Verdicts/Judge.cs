using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Verdicts;

/// <summary>
/// Holds limits against cases. A limit passes only where the whole interval lies within, the limit itself included; it fails only where the
/// whole interval lies beyond and that holds for all limits of the run together (<see cref="FamilyWiseError"/>). Neither is said of a time
/// that is nearer to its limit than the host's noise floor. Anything between is not settled, and is never a guess.
/// </summary>
public static class Judge
{
    /// <summary>A ratio known this well needs no more rounds: where it straddles a limit still, it is as good as at it.</summary>
    public const double NarrowEnough = 0.03;

    /// <summary>A finding per limit and case: limits in the file's order, cases in the given one.</summary>
    /// <param name="thresholds">The limits.</param>
    /// <param name="summaries">The cases, their native baselines included.</param>
    /// <param name="floor">The host's noise floor; if it was not measured, no limit counts as too near.</param>
    /// <param name="customFiles">The options that name the user's own files in the command that repeats a case; null for none.</param>
    public static ImmutableArray<Finding> Findings(Thresholds thresholds, IEnumerable<CaseSummary> summaries, Reading<NoiseFloor> floor,
        string? customFiles = null) =>
        Findings(thresholds, [([.. summaries], floor, customFiles)])[0];

    /// <summary>
    /// The findings of several runs, each judged by its own noise floor; an alarm must hold for all limits of all of them together.
    /// </summary>
    public static ImmutableArray<ImmutableArray<Finding>> Findings(
        Thresholds thresholds, ImmutableArray<(ImmutableArray<CaseSummary> Cases, Reading<NoiseFloor> Floor, string? CustomFiles)> runs)
    {
        var read =
            (from run in runs.Index()
             from limit in thresholds.Limits
             from summary in run.Item.Cases
             where limit.Judges(summary.Case)
             select (Run: run.Index, Finding: Read(limit, summary, run.Item.Cases))).ToArray();
        var judged = Together([.. read.Select(one => (one.Finding, runs[one.Run].Floor))]);
        return [.. runs.Select((run, index) => judged.Where((_, at) => read[at].Run == index)
            .Select(finding => finding with { Sentence = FindingSentence.Of(finding, run.Floor, run.Cases, run.CustomFiles) })
            .ToImmutableArray())];
    }

    /// <summary>
    /// Readings judged by their limits, each with its host's noise floor: an alarm must hold for all of these limits on times together.
    /// Verdict, doubt and chance are made again; the sentence stays as it was.
    /// </summary>
    internal static ImmutableArray<Finding> Together(ImmutableArray<(Finding Finding, Reading<NoiseFloor> Floor)> readings)
    {
        bool IsTimed(int index) => !MetricReading.Rounds(readings[index].Finding.Limit.Metric, readings[index].Finding.Case).IsEmpty;
        int[] timed = [.. Enumerable.Range(0, readings.Length).Where(IsTimed)];
        var chances = timed
            .Zip(FamilyWiseError.Chances(timed.Select(index => (readings[index].Finding.Limit, readings[index].Finding.Case))))
            .ToDictionary(one => one.First, one => one.Second);
        return [.. readings.Select((one, index) => Judged(one.Finding, one.Floor, chances.GetValueOrDefault(index)))];
    }

    /// <summary>
    /// Whether a case needs no more rounds: every limit on a time is either further away than the noise floor and within, or exceeded with
    /// the evidence that the family asks for; or it is straddled by a value that is known well enough. A case that the floor hides goes on,
    /// since a round of the A/A pair follows each of its own and lowers the floor. Other limits never ask for more rounds. After two or
    /// three rounds a case must be beyond doubt (<see cref="EarlyStop"/>). True for a case that no limit judges.
    /// </summary>
    public static bool IsDecided(Thresholds thresholds, CaseSummary summary, int judgements, Reading<NoiseFloor> floor) =>
        FewRounds.Looks.Contains(summary.Rounds)
            ? EarlyStop.IsBeyondDoubt(thresholds, summary, judgements, floor)
            : thresholds.Limits
                .Where(limit => MetricFacts.IsTimed(limit.Metric) && limit.Judges(summary.Case))
                .All(limit => IsSettled(limit, summary, MetricReading.Of(limit.Metric, summary, [summary]), judgements, floor));

    private static bool IsSettled(Limit limit, CaseSummary summary, Reading<Estimate> observed, int judgements,
        Reading<NoiseFloor> floor) =>
        observed.TryGet(out var estimate)
        && Compare(limit, estimate) switch
        {
            Verdict.Inconclusive => Math.Log(estimate.High / estimate.Low) / 2 <= NarrowEnough,
            _ when IsHidden(limit, estimate, floor) => false,
            Verdict.Exceeded => judgements * FamilyWiseError.Chance(limit, summary) <= FamilyWiseError.Level,
            _ => true,
        };

    /// <summary>Whether a reading of a time lies nearer to its limit than the noise floor; false if there is no floor.</summary>
    internal static bool IsHidden(Limit limit, Estimate estimate, Reading<NoiseFloor> floor) =>
        floor.TryGet(out var known) && known.Hides(estimate.Value, limit.AtMost ?? limit.AtLeast!.Value);

    // A reading before it is judged.
    private static Finding Read(Limit limit, CaseSummary summary, ImmutableArray<CaseSummary> all) =>
        new(limit, summary, MetricReading.Of(limit.Metric, summary, all), Verdict.NotMeasured, Doubt.None, 0, "");

    private static Finding Judged(Finding finding, Reading<NoiseFloor> floor, double chance)
    {
        var raw = RawVerdict(finding.Limit, finding.Case, finding.Observed);
        var doubt = finding.Observed.TryGet(out var estimate) ? DoubtOf(finding.Limit, estimate, raw, floor, chance) : Doubt.None;
        return finding with { Verdict = doubt == Doubt.None ? raw : Verdict.Inconclusive, Doubt = doubt, Chance = chance };
    }

    private static Doubt DoubtOf(Limit limit, Estimate estimate, Verdict raw, Reading<NoiseFloor> floor, double chance) =>
        raw == Verdict.Inconclusive
        ? Doubt.Straddles
        : !MetricFacts.IsTimed(limit.Metric) ? Doubt.None
        : IsHidden(limit, estimate, floor) ? Doubt.WithinNoise
        : raw == Verdict.Exceeded && chance > FamilyWiseError.Level ? Doubt.AmongMany
        : Doubt.None;

    private static Verdict RawVerdict(Limit limit, CaseSummary summary, Reading<Estimate> observed) =>
        observed.TryGet(out var estimate)
        ? Compare(limit, estimate)
        : summary is { Failure: null, Rounds: > 0 } && MetricFacts.IsTimed(limit.Metric) ? Verdict.Inconclusive
        : Verdict.NotMeasured;

    /// <summary>
    /// What an interval alone says of a limit, before the host's noise and the other limits are considered; inconclusive if it straddles
    /// the limit.
    /// </summary>
    internal static Verdict Compare(Limit limit, Estimate estimate) => limit switch
    {
        { AtMost: { } most } => estimate.High <= most ? Verdict.Within : estimate.Low > most ? Verdict.Exceeded : Verdict.Inconclusive,
        { AtLeast: { } least } => estimate.Low >= least ? Verdict.Within : estimate.High < least ? Verdict.Exceeded : Verdict.Inconclusive,
        _ => throw new ArgumentException($"limit '{limit.Id}' has neither end", nameof(limit)),
    };
}
