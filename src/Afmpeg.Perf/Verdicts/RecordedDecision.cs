using System.ComponentModel;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Verdicts;

/// <summary>The decision that people recorded last.</summary>
public sealed record RecordedDecision(
    [property: Description("The requirement that it decides: R-AF-12.")]
    string Requirement,
    [property: Description("no-go: single-threaded Wasm is acceptable, close the requirement. go: one lever is worth an implementation "
        + "spec. undecided: the measurements do not settle it.")]
    DecisionOutcome Outcome,
    [property: Description("The one lever of a go; null otherwise.")]
    string? Lever,
    [property: Description("Why, in a sentence or two.")]
    string Rationale,
    [property: Description("When it was recorded: year-month-day.")]
    DateOnly Date)
{
    /// <summary>What stands for it where a file has limits alone.</summary>
    public static RecordedDecision None { get; } =
        new("R-AF-12", DecisionOutcome.Undecided, null, "The thresholds' file records no decision.", DateOnly.MinValue);

    /// <summary>The limits that what upstream ships exceeded when it was recorded.</summary>
    [Description("The limits that upstream's shipped lane exceeds: the reason for a go, or for the guidance of a no-go. Exceeding a "
        + "limit that is listed here fails no test.")]
    public ImmutableArray<string> Exceeded { get; init; } = [];

    /// <summary>
    /// Whether a finding is the reason for this decision and therefore no news: what upstream ships exceeds a limit that the decision
    /// names.
    /// </summary>
    public bool Expects(Finding finding) =>
        finding.Verdict == Verdict.Exceeded && Outcome != DecisionOutcome.Undecided && Exceeded.Contains(finding.Limit.Id)
            && MatrixDesign.IsShipped(finding.Case.Case.Lane);
}

/// <summary>How requirement R-AF-12 is decided.</summary>
public enum DecisionOutcome
{
    /// <summary>Single-threaded Wasm is acceptable: close the requirement.</summary>
    NoGo,

    /// <summary>One lever is worth an implementation spec.</summary>
    Go,

    /// <summary>The measurements do not settle it.</summary>
    Undecided,
}
