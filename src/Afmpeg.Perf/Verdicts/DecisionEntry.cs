using System.Collections.Immutable;
using System.ComponentModel;

namespace Afmpeg.Perf.Verdicts;

/// <summary>The recorded decision as thresholds.json writes it.</summary>
public sealed record DecisionEntry
{
    /// <summary>The requirement that it decides.</summary>
    [Description("The requirement that it decides: R-AF-12.")]
    public required string Requirement { get; init; }

    /// <summary>How it is decided.</summary>
    [Description("no-go: single-threaded Wasm is acceptable, close the requirement. go: one lever is worth an implementation spec. undecided: the measurements do not settle it.")]
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>The one lever of a go; null otherwise.</summary>
    [Description("The one lever of a go; null otherwise.")]
    public required string? Lever { get; init; }

    /// <summary>The limits that what upstream ships exceeded when the decision was recorded.</summary>
    [Description("The limits that what upstream ships exceeds: the reason for a go, or for the guidance of a no-go. As long as they are "
        + "here, exceeding them is no news and fails no test.")]
    public ImmutableArray<string> Exceeded { get; init; } = [];

    /// <summary>Why.</summary>
    [Description("Why, in a sentence or two.")]
    public required string Rationale { get; init; }

    /// <summary>When it was recorded.</summary>
    [Description("When it was recorded: year-month-day.")]
    public required DateOnly Date { get; init; }
}
