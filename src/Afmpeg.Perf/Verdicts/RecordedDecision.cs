namespace Afmpeg.Perf.Verdicts;

/// <summary>The decision that people recorded last.</summary>
/// <param name="Requirement">The requirement that it decides: R-AF-12.</param>
/// <param name="Outcome">go, no-go or undecided.</param>
/// <param name="Lever">The one lever of a go; null otherwise.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Date">When it was recorded.</param>
public sealed record RecordedDecision(string Requirement, DecisionOutcome Outcome, string? Lever, string Rationale, DateOnly Date);
