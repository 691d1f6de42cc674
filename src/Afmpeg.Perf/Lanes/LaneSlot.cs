namespace Afmpeg.Perf.Lanes;

/// <summary>A lane of the matrix: with its runner, or with the reason why it cannot run here.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Flavour">The flavour whose builds it runs: gpl or lgpl.</param>
/// <param name="Runner">What runs it.</param>
public sealed record LaneSlot(Lane Lane, string Flavour, Foundation.Reading<ILaneRunner> Runner);
