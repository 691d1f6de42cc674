using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>Options that several workloads share.</summary>
internal static class CommonOptions
{
    /// <summary>Each frame once (ffmpeg would double one where an mkv's video starts a few milliseconds after its sound), in the one pixel format.</summary>
    public static ImmutableArray<string> EachFrameOnce { get; } = ["-fps_mode", "passthrough", "-pix_fmt", "yuv420p"];

    /// <summary>AAC beside the pictures, in an mp4 that can be played while it is being downloaded, without the encoder's version strings:
    /// the same job makes the same bytes on every host.</summary>
    public static ImmutableArray<string> AacInMp4 { get; } =
    [
        "-c:a", "aac", "-b:a", "96k", "-movflags", "+faststart",
        "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
    ];
}
