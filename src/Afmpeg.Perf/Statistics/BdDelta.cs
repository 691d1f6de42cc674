namespace Afmpeg.Perf.Statistics;

/// <summary>The mean difference of two rate-distortion curves.</summary>
/// <param name="Value">Per cent of rate, or units of quality.</param>
/// <param name="Overlap">
/// The range both curves cover, over the range that either covers, above 0 and at most 1. Below 0.75 the difference stands for
/// little of the curves (the bound at which FAU-LMS's bjontegaard warns).
/// </param>
public sealed record BdDelta(double Value, double Overlap);
