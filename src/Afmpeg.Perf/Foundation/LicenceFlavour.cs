namespace Afmpeg.Perf.Foundation;

/// <summary>The two kinds of FFmpeg builds, by licence: each has one encoder of H.264.</summary>
public static class LicenceFlavour
{
    /// <summary>The flavour with libx264.</summary>
    public const string Gpl = "gpl";

    /// <summary>The flavour with openh264.</summary>
    public const string Lgpl = "lgpl";
}
