using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Workloads;

/// <summary>What makes the output's pictures, and how hard it tries: the only settings at which two lanes may be compared.</summary>
/// <param name="Encoder">FFmpeg's name of the encoder: libx264, libopenh264, png, mjpeg; copy or null where nothing is encoded.</param>
/// <param name="Effort">Its speed knob: an x264 preset, an openh264 complexity; null where it has none.</param>
/// <param name="Flavour">The licence flavour of the builds that have it: gpl or lgpl.</param>
/// <param name="KilobitsPerSecond">The average bitrate asked for; null for constant quality.</param>
public sealed record EncoderSetting(string Encoder, string? Effort, string Flavour, int? KilobitsPerSecond)
{
    private const string X264Encoder = "libx264";
    private const string OpenH264Encoder = "libopenh264";

    // openh264's levels of iComplexityMode; the option is ours (toolchain/patches/ffmpeg-openh264.diff), its numbers are openh264's.
    private static readonly ImmutableArray<string> Complexities = ["low", "medium", "high"];

    /// <summary>x264 at its preset veryfast and constant quality: the setting that upstream's figures were measured at.</summary>
    public static EncoderSetting X264Veryfast { get; } = X264("veryfast");

    /// <summary>A lossless still.</summary>
    public static EncoderSetting Png { get; } = new("png", null, Product.Gpl, null);

    /// <summary>A lossy still.</summary>
    public static EncoderSetting Jpeg { get; } = new("mjpeg", null, Product.Gpl, null);

    /// <summary>A still as GoToSocial makes them: libwebp at its default quality.</summary>
    public static EncoderSetting WebP { get; } = new("libwebp", null, Product.Gpl, null);

    /// <summary>Packets as they are, in another container.</summary>
    public static EncoderSetting Copy { get; } = new("copy", null, Product.Gpl, null);

    /// <summary>Decoded, perhaps filtered, and thrown away.</summary>
    public static EncoderSetting Null { get; } = new("null", null, Product.Gpl, null);

    /// <summary>The setting's part of a case id.</summary>
    public string Key =>
        string.Join('-', ((IEnumerable<string?>)[Encoder, Effort, KilobitsPerSecond is { } rate ? $"{rate}k" : null]).OfType<string>());

    /// <summary>The setting for people: "libx264 veryfast, 500 kbit/s".</summary>
    public string Title => string.Join(' ', ((IEnumerable<string?>)[Encoder, Effort]).OfType<string>())
        + (KilobitsPerSecond is { } rate ? $", {rate} kbit/s" : "");

    /// <summary>Whether it compresses pictures with loss, so that their quality is worth measuring.</summary>
    public bool IsLossy => Encoder is X264Encoder or OpenH264Encoder or "mjpeg" or "libwebp";

    /// <summary>ffmpeg's options for it.</summary>
    public ImmutableArray<string> Arguments => Encoder switch
    {
        X264Encoder => ["-c:v", Encoder, "-preset", Effort!, .. Rate(["-crf", "23"])],
        // One slice: their number follows the host's cores otherwise, and with it the output.
        OpenH264Encoder => ["-c:v", Encoder, "-complexity", $"{Complexities.IndexOf(Effort!)}", "-slices", "1", .. Rate([])],
        "mjpeg" => ["-c:v", Encoder, "-q:v", "3"],
        "null" => [],
        _ => ["-c:v", Encoder],
    };

    /// <summary>x264.</summary>
    /// <param name="preset">Its preset.</param>
    /// <param name="kilobitsPerSecond">Its average bitrate; null for constant quality 23, x264's default.</param>
    public static EncoderSetting X264(string preset, int? kilobitsPerSecond = null) =>
        new(X264Encoder, preset, Product.Gpl, kilobitsPerSecond);

    /// <summary>openh264, which is only ever asked for a bitrate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such complexity.</exception>
    public static EncoderSetting OpenH264(string complexity, int kilobitsPerSecond) => Complexities.Contains(complexity)
        ? new(OpenH264Encoder, complexity, Product.Lgpl, kilobitsPerSecond)
        : throw new ArgumentOutOfRangeException(nameof(complexity), complexity, $"one of {string.Join(", ", Complexities)}");

    private ImmutableArray<string> Rate(ImmutableArray<string> constantQuality) =>
        KilobitsPerSecond is { } rate ? ["-b:v", $"{rate}k"] : constantQuality;
}
