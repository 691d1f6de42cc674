namespace Afmpeg.Perf.Statistics;

/// <summary>What the model says of a number of instances on a number of cores.</summary>
/// <param name="Instances">How many run at once.</param>
/// <param name="Cores">On how many cores.</param>
/// <param name="Fitted">
/// The throughput by the fitted model, in that of one instance alone. The interval is that of its coefficient: not of the model's being
/// right.
/// </param>
/// <param name="Linear">The throughput if cores shared nothing: no machine reaches more.</param>
/// <param name="Extrapolated">Whether there are more cores than were measured.</param>
public sealed record CapacityPrediction(int Instances, int Cores, Estimate Fitted, double Linear, bool Extrapolated);
