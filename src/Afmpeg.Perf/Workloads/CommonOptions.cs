namespace Afmpeg.Perf.Workloads;

/// <summary>Options that several workloads share.</summary>
internal static class CommonOptions
{
    /// <summary>Without the versions of muxer and encoders, the same job makes the same bytes on every host.</summary>
    public static ImmutableArray<string> Reproducible { get; } =
        ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"];

    /// <summary>AAC beside the pictures, in an mp4 that can be played while it is being downloaded.</summary>
    public static ImmutableArray<string> AacInMp4 { get; } = ["-c:a", "aac", "-b:a", "96k", "-movflags", "+faststart", .. Reproducible];

    /// <summary>Pictures alone, in an mp4 that can be played while it is being downloaded.</summary>
    public static ImmutableArray<string> SilentInMp4 { get; } = ["-movflags", "+faststart", .. Reproducible];

    /// <summary>
    /// Each frame once, in one pixel format: ffmpeg would double a frame where an mkv's video starts a few milliseconds after its sound.
    /// </summary>
    public static ImmutableArray<string> EachFrameOnce(string pixelFormat = "yuv420p") =>
        ["-fps_mode", "passthrough", "-pix_fmt", pixelFormat];
}
