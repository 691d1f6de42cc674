using System.ComponentModel;

namespace Afmpeg.Perf.Verdicts;

/// <summary>What people think a lever costs, as thresholds.json writes it.</summary>
public sealed record LeverEntry
{
    /// <summary>The lever's name.</summary>
    [Description("The lever's name: each one of the suite's, once. Where two levers rescue as many limits at the same cost, the one that stands first is preferred.")]
    public required string Id { get; init; }

    /// <summary>What it costs to make and to keep.</summary>
    [Description("What it costs to make it and to keep it, from 1 (a line of code) over 4 (an interface for years) to 5 (ruled out so "
        + "far: named only where no other lever rescues any limit).")]
    public required int Maintenance { get; init; }

    /// <summary>Why so much.</summary>
    [Description("Why it costs so much, in a sentence.")]
    public required string Why { get; init; }
}
