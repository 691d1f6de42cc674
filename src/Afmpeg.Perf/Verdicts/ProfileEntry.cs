using System.ComponentModel;

namespace Afmpeg.Perf.Verdicts;

/// <summary>A consumer as thresholds.json writes it.</summary>
public sealed record ProfileEntry
{
    /// <summary>Its name.</summary>
    [Description("The name by which limits refer to it.")]
    public required string Id { get; init; }

    /// <summary>What it does.</summary>
    [Description("What it does with FFmpeg.")]
    public required string Does { get; init; }

    /// <summary>Why its limits are what they are.</summary>
    [Description("Why its limits are what they are.")]
    public required string Why { get; init; }
}
