namespace Afmpeg.Perf.Lanes;

/// <summary>How much of its pictures an output lost, against what its encoder was given: the same job encoded without loss, compared frame by frame.</summary>
/// <param name="PsnrYDb">Peak signal-to-noise ratio of the luma plane over all frames, in dB.</param>
/// <param name="Ssim">Structural similarity over all planes and frames, 0 to 1.</param>
public sealed record PictureQuality(double PsnrYDb, double Ssim);
