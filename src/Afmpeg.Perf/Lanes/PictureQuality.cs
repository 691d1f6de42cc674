namespace Afmpeg.Perf.Lanes;

/// <summary>How much of its pictures an output lost, against what its encoder was given: the same job without an encoder, compared frame by frame, by index.</summary>
/// <param name="PsnrYDb">Peak signal-to-noise ratio of the luma plane, in dB, from the mean squared error over all frames; finite.</param>
/// <param name="Ssim">Structural similarity over all planes and frames, up to 1.</param>
/// <param name="LowestPsnrYDb">The worst frame's PSNR of the luma plane, in dB: a seam between segments shows in it.</param>
public sealed record PictureQuality(double PsnrYDb, double Ssim, double LowestPsnrYDb)
{
    /// <summary>Why an output equal to what its encoder was given has no quality: its PSNR would be infinite.</summary>
    public const string NothingLost = "nothing was lost: its luma is what the encoder was given";
}
