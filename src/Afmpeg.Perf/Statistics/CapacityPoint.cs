namespace Afmpeg.Perf.Statistics;

/// <summary>What several instances of a job reach at once.</summary>
/// <param name="Instances">How many ran at once; 1 or more.</param>
/// <param name="Throughput">Their joint throughput, in that of one instance alone; above 0.</param>
public sealed record CapacityPoint(int Instances, Estimate Throughput);
