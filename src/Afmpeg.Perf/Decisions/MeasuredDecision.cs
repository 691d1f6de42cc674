using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>The decision on R-AF-12 that a run's measurements make by the rules of <see cref="DecisionRule"/>.</summary>
/// <param name="Outcome">go, no-go or undecided.</param>
/// <param name="Lever">The one lever of a go; null otherwise.</param>
/// <param name="Answer">The decision: its outcome, and what to do.</param>
/// <param name="Why">Its reason, without a full stop.</param>
/// <param name="Numbers">The numbers that carry it, three at most.</param>
/// <param name="Settles">What would settle or sharpen it: a command or a change, each a sentence; empty where nothing is open.</param>
/// <param name="Exceeded">The ids of the limits that what upstream ships exceeds, before any guidance.</param>
public sealed record MeasuredDecision(
    DecisionOutcome Outcome,
    LeverReading? Lever,
    string Answer,
    string Why,
    ImmutableArray<string> Numbers,
    ImmutableArray<string> Settles,
    ImmutableArray<string> Exceeded)
{
    /// <summary>The decision with its reason.</summary>
    public string Sentence => $"{Answer}: {Why}";

    /// <summary>The adopted guidance that is in place.</summary>
    public ImmutableArray<GuidanceReading> Guidance { get; init; } = [];

    /// <summary>
    /// Whether it contradicts the recorded one: another outcome, another lever, or a limit exceeded that the recorded one does not name.
    /// What could not be decided contradicts nothing.
    /// </summary>
    public bool Contradicts(RecordedDecision recorded) => Outcome != DecisionOutcome.Undecided
        && (Outcome != recorded.Outcome || Lever?.Change.Id != recorded.Lever || Exceeded.Except(recorded.Exceeded).Any());
}
