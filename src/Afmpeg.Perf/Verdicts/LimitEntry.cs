using System.ComponentModel;

namespace Afmpeg.Perf.Verdicts;

/// <summary>A limit as thresholds.json writes it.</summary>
public sealed record LimitEntry
{
    /// <summary>Its name.</summary>
    [Description("The limit's name, once in the file.")]
    public required string Id { get; init; }

    /// <summary>The consumer whose limit it is.</summary>
    [Description("The id of the profile whose limit it is.")]
    public required string Profile { get; init; }

    /// <summary>The cases that it judges.</summary>
    [Description("The cases that it judges, workload/subject/encoder-effort/lane: * stands for any run of characters, ? for one.")]
    public required string Cases { get; init; }

    /// <summary>What it judges of them.</summary>
    [Description("What it judges of them.")]
    public required Metric Metric { get; init; }

    /// <summary>The largest value within.</summary>
    [Description("The largest value within. A limit has this or atLeast.")]
    public double? AtMost { get; init; }

    /// <summary>The smallest value within.</summary>
    [Description("The smallest value within. A limit has this or atMost.")]
    public double? AtLeast { get; init; }

    /// <summary>The unit of either.</summary>
    [Description("The metric's unit: x native, x realtime, x, seconds, bytes, dB or %.")]
    public required string Unit { get; init; }

    /// <summary>Why this number.</summary>
    [Description("Why this number, as a clause that fits behind the limit's name in a failing test.")]
    public required string Rationale { get; init; }

    /// <summary>Whose number it is.</summary>
    [Description("Whose number it is: consumer (a consumer's code, configuration or documentation says it), published (research, or a published figure), assumed (this suite's own).")]
    public required LimitBasis Basis { get; init; }

    /// <summary>Where it comes from.</summary>
    [Description("Where the number comes from: a paper, a consumer's file, an assumption.")]
    public required string Source { get; init; }
}
