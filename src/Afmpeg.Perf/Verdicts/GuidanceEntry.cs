using System.ComponentModel;

namespace Afmpeg.Perf.Verdicts;

/// <summary>A change that a caller makes by an option or a sentence, as thresholds.json writes it.</summary>
public sealed record GuidanceEntry
{
    /// <summary>Its name.</summary>
    [Description("Its name: each one of the suite's, once. What is adopted is applied in this order.")]
    public required string Id { get; init; }

    /// <summary>Whether callers are advised to do it.</summary>
    [Description("Whether callers are advised to do it. The decision is made with everything that is adopted in place.")]
    public required bool Adopted { get; init; }

    /// <summary>Why it is adopted or rejected.</summary>
    [Description("Why it is adopted or rejected, in a sentence. The suite measures what it gains.")]
    public required string Why { get; init; }

    /// <summary>What a caller who follows it gives up.</summary>
    [Description("What a caller who follows it gives up, in a sentence.")]
    public required string GivesUp { get; init; }
}
