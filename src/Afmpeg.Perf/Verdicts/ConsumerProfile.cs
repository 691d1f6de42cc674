namespace Afmpeg.Perf.Verdicts;

/// <summary>A consumer: what it does, and why its limits are what they are.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Does">What it does.</param>
/// <param name="Why">Why its limits are what they are.</param>
public sealed record ConsumerProfile(string Id, string Does, string Why);
