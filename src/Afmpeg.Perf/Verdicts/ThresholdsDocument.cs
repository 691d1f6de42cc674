using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Afmpeg.Perf.Verdicts;

/// <summary>thresholds.json as it is written. <see cref="ThresholdsFile"/> turns it into <see cref="Thresholds"/>.</summary>
[Description("What people decided about FFmpeg compiled to WebAssembly: the recorded decision, the consumers, and the limits that they can accept.")]
public sealed record ThresholdsDocument
{
    /// <summary>Where an editor finds the schema; not read.</summary>
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds this schema.")]
    public string? Schema { get; init; }

    /// <summary>The decision.</summary>
    [Description("The decision that was recorded last. The suite fails when what it measures says another one.")]
    public required DecisionEntry Decision { get; init; }

    /// <summary>The consumers.</summary>
    [Description("The consumers whose limits these are.")]
    public required ImmutableArray<ProfileEntry> Profiles { get; init; }

    /// <summary>What callers are advised to do.</summary>
    [Description("What a caller can change by an option or a sentence, adopted or rejected, in the order in which it is applied. It "
        + "comes before any lever.")]
    public ImmutableArray<GuidanceEntry> Guidance { get; init; } = [];

    /// <summary>What levers cost.</summary>
    [Description("What each lever costs to make and to keep, in the order of preference. The suite measures what it gains.")]
    public ImmutableArray<LeverEntry> Levers { get; init; } = [];

    /// <summary>The limits.</summary>
    [Description("The limits. Each is held against every case that its pattern fits.")]
    public required ImmutableArray<LimitEntry> Limits { get; init; }
}
