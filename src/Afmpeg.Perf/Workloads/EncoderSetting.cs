namespace Afmpeg.Perf.Workloads;

/// <summary>An encoder and its effort: the only settings at which two lanes may be compared.</summary>
/// <param name="Encoder">FFmpeg's name of the encoder: libx264 or libopenh264.</param>
/// <param name="Effort">Its speed knob: an x264 preset.</param>
/// <param name="Flavour">The licence flavour of the builds that have it: gpl or lgpl.</param>
public sealed record EncoderSetting(string Encoder, string Effort, string Flavour)
{
    /// <summary>x264 at its preset veryfast: the setting that upstream's figures were measured at.</summary>
    public static EncoderSetting X264Veryfast { get; } = new("libx264", "veryfast", "gpl");

    /// <summary>The setting's part of a case id.</summary>
    public string Key => $"{Encoder}-{Effort}";
}
