using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

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

/// <summary>
/// How much of its pictures an output lost, against what its encoder was given: the same job without an encoder, compared frame by frame,
/// by index.
/// </summary>
/// <param name="PsnrYDb">Peak signal-to-noise ratio of the luma plane, in dB, from the mean squared error over all frames; finite.</param>
/// <param name="Ssim">Structural similarity over all planes and frames, up to 1.</param>
/// <param name="LowestPsnrYDb">The worst frame's PSNR of the luma plane, in dB: a seam between segments shows in it.</param>
public sealed record PictureQuality(double PsnrYDb, double Ssim, double LowestPsnrYDb)
{
    /// <summary>Why an output equal to what its encoder was given has no quality: its PSNR would be infinite.</summary>
    public const string NothingLost = "nothing was lost: its luma equals the encoder's input";

    /// <summary>Why a job whose setting compresses no picture with loss has no quality.</summary>
    public const string NoLossyPicture = "no picture is encoded with loss";

    /// <summary>Why a job without an output file has no quality.</summary>
    public const string NoOutput = "the output is thrown away";
}

/// <summary>Looks at what a run wrote. No reading counts before this was done.</summary>
public interface IOutputCheck
{
    /// <summary>Decodes the output and compares it with what the job expects.</summary>
    Foundation.Reading<OutputFacts> Check(Job job, WorkFolder folder);
}
