namespace Afmpeg.Perf.Statistics;

/// <summary>One encode on a rate-distortion curve.</summary>
/// <param name="BitsPerSecond">The output's rate; above 0. Any unit will do that is the same on both curves.</param>
/// <param name="Quality">The output's quality, higher is better: PSNR in dB, or VMAF from 0 to 100.</param>
public sealed record RatePoint(double BitsPerSecond, double Quality);
