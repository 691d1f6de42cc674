namespace Afmpeg.Perf.Measurements;

/// <summary>What the sampler is about to run.</summary>
/// <param name="Case">The case.</param>
/// <param name="Round">The round; 0 for a warm-up.</param>
/// <param name="Elapsed">Since measuring began.</param>
/// <param name="Budget">How long it may take.</param>
public sealed record SamplerProgress(BenchmarkCase Case, int Round, TimeSpan Elapsed, TimeSpan Budget);
