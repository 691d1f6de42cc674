using System.Collections.Immutable;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Verdicts;

/// <summary>The decision that people recorded last.</summary>
/// <param name="Requirement">The requirement that it decides: R-AF-12.</param>
/// <param name="Outcome">go, no-go or undecided.</param>
/// <param name="Lever">The one lever of a go; null otherwise.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Date">When it was recorded.</param>
public sealed record RecordedDecision(string Requirement, DecisionOutcome Outcome, string? Lever, string Rationale, DateOnly Date)
{
    /// <summary>
    /// The limits that what upstream ships exceeded when it was recorded: the reason for a go, or for the guidance of a no-go.
    /// </summary>
    public ImmutableArray<string> Exceeded { get; init; } = [];

    /// <summary>
    /// Whether a finding is the reason for this decision and therefore no news: what upstream ships exceeds a limit that the decision
    /// names.
    /// </summary>
    /// <param name="finding">A finding.</param>
    /// <returns>Whether it is.</returns>
    public bool Expects(Finding finding) =>
        finding.Verdict == Verdict.Exceeded && Outcome != DecisionOutcome.Undecided && Exceeded.Contains(finding.Limit.Id)
            && MatrixDesign.IsShipped(finding.Case.Case.Lane);
}
