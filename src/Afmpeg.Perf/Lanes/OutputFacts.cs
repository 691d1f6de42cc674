using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>What was found in an output that decodes and is as expected.</summary>
/// <param name="Size">The file's bytes.</param>
/// <param name="Frames">Video frames.</param>
/// <param name="Duration">How long its video lasts.</param>
/// <param name="FramesDigest">SHA-256 of its framemd5 listing: equal digests mean that every decoded frame and sample is equal.</param>
public sealed record OutputFacts(ByteCount Size, int Frames, TimeSpan Duration, string FramesDigest);
