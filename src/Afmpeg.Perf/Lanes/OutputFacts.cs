using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>What was found in an output that decodes and is as expected.</summary>
/// <param name="Size">The file's bytes; null where the output was thrown away.</param>
/// <param name="Frames">Video frames; null where the output was thrown away, whose work its proof shows.</param>
/// <param name="Duration">How long its video lasts; null for a still.</param>
/// <param name="FramesDigest">
/// SHA-256 of the framemd5 listing of its video: equal digests mean that every decoded picture is equal. Sound is left out of it: FFmpeg's
/// AAC works in floating point, and the mathematics of two C libraries (glibc, wasi-libc) differ in the last bit.
/// </param>
public sealed record OutputFacts(ByteCount? Size, int? Frames, TimeSpan? Duration, string? FramesDigest)
{
    /// <summary>How much its pictures lost, or why that is not known; its absence takes nothing from the other facts.</summary>
    public Reading<PictureQuality> Quality { get; init; } = Reading<PictureQuality>.Unavailable("its quality was not looked at");
}
