using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Afmpeg.Perf.Verdicts;

/// <summary>thresholds.json as it is written. <see cref="ThresholdsFile"/> turns it into <see cref="Thresholds"/>.</summary>
[Description("What people decided about FFmpeg compiled to WebAssembly: the recorded decision, the consumers, and the limits that they "
    + "can accept.")]
public sealed record ThresholdsDocument(
    [property: Description("The consumers whose limits these are.")]
    ImmutableArray<ConsumerProfile> Profiles,
    [property: Description("The limits. Each is held against every case that its pattern fits.")]
    ImmutableArray<LimitEntry> Limits)
{
    /// <summary>Where an editor finds the schema; not read.</summary>
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds this schema.")]
    public string? Schema { get; init; }

    /// <summary>The decision that was recorded last; null in a user's file, which has limits alone.</summary>
    [Description("The decision that was recorded last. The suite fails if its measurements lead to a different one. A project that only "
        + "gates its own module leaves out this, guidance and levers.")]
    public RecordedDecision? Decision { get; init; }

    /// <summary>What callers are advised to do.</summary>
    [Description("What a caller can change by an option or a sentence, adopted or rejected, in the order in which it is applied. It "
        + "comes before any lever.")]
    public ImmutableArray<GuidanceChoice> Guidance { get; init; } = [];

    /// <summary>What levers cost.</summary>
    [Description("What each lever costs to make and to keep, in the order of preference. The suite measures what it gains.")]
    public ImmutableArray<LeverRating> Levers { get; init; } = [];
}

/// <summary>A limit as thresholds.json writes it.</summary>
public sealed record LimitEntry(
    [property: Description("The limit's name, once in the file.")]
    string Id,
    [property: Description("The id of the profile whose limit it is.")]
    string Profile,
    [property: Description("The cases that it judges, workload/subject/encoder-effort/lane: * stands for any run of characters, "
        + "? for one.")]
    string Cases,
    [property: Description("What it judges of them.")]
    Metric Metric,
    [property: Description("The metric's unit: x native, x realtime, x, seconds, bytes or dB.")]
    string Unit,
    [property: Description("Why this number, as a clause that fits behind the limit's name in a failing test.")]
    string Rationale,
    [property: Description("Whose number it is: consumer (a consumer's code, configuration or documentation says it), published (research, "
        + "or a published figure), assumed (this suite's own).")]
    LimitBasis Basis,
    [property: Description("Where the number comes from: a paper, a consumer's file, an assumption.")]
    string Source)
{
    /// <summary>The largest value within.</summary>
    [Description("The largest value within. A limit has this or atLeast.")]
    public double? AtMost { get; init; }

    /// <summary>The smallest value within.</summary>
    [Description("The smallest value within. A limit has this or atMost.")]
    public double? AtLeast { get; init; }
}
