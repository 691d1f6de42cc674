using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Afmpeg.Perf.Verdicts;

/// <summary>What people decided: the decision recorded last, the consumers, and their limits in the file's order.</summary>
public sealed record Thresholds(RecordedDecision Decision, ImmutableArray<ConsumerProfile> Profiles, ImmutableArray<Limit> Limits)
{
    /// <summary>Whether the file records a decision: one that has limits alone asks for none.</summary>
    public bool RecordsDecision => Decision != RecordedDecision.None;

    /// <summary>What callers are advised to do, and what not, in the order in which it is applied.</summary>
    public ImmutableArray<GuidanceChoice> Guidance { get; init; } = [];

    /// <summary>What each lever costs, in the order of preference.</summary>
    public ImmutableArray<LeverRating> Levers { get; init; } = [];
}

/// <summary>A consumer.</summary>
public sealed record ConsumerProfile(
    [property: Description("The name by which limits refer to it.")]
    string Id,
    [property: Description("What it does with FFmpeg.")]
    string Does,
    [property: Description("Why its limits are what they are.")]
    string Why);

/// <summary>Whether callers are advised to make a change that costs them an option or a sentence.</summary>
public sealed record GuidanceChoice(
    [property: Description("Its name: each one of the suite's, once. What is adopted is applied in this order.")]
    string Id,
    [property: JsonPropertyName("adopted")]
    [property: Description("Whether callers are advised to do it. The decision is made with everything that is adopted in place.")]
    bool IsAdopted,
    [property: Description("Why it is adopted or rejected, in a sentence. The suite measures what it gains.")]
    string Why,
    [property: Description("What a caller who follows it gives up, in a sentence.")]
    string GivesUp);

/// <summary>What people think a lever costs.</summary>
public sealed record LeverRating(
    [property: Description("The lever's name: each one of the suite's, once. Where two levers rescue as many limits at the same cost, the "
        + "one that stands first is preferred.")]
    string Id,
    [property: Description("What it costs to make it and to keep it, from 1 (a line of code) over 4 (an interface for years) to 5 (ruled "
        + "out so far: named only where no other lever rescues any limit).")]
    int Maintenance,
    [property: Description("Why it costs so much, in a sentence.")]
    string Why)
{
    /// <summary>The highest cost: of what people have ruled out so far, and would do only if nothing else helped.</summary>
    public const int Most = 5;

    /// <summary>Whether it is named only where no other lever rescues any limit.</summary>
    [JsonIgnore]
    public bool IsLastResort => Maintenance == Most;
}
