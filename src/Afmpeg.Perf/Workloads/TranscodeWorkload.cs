using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>mkv to H.264/AAC mp4, scaled down: the everyday job of somebody who runs FFmpeg in a sandbox (spec 0008, 3.1).</summary>
public sealed class TranscodeWorkload : IWorkload
{
    /// <inheritdoc/>
    public string Name => "transcode";

    /// <inheritdoc/>
    public ImmutableArray<Job> Jobs(MediaCatalog media) =>
    [
        Transcode(media.Clip("synthetic-240p", Name), "synthetic-120p", 160, 120, Tier.Quick),
        Transcode(media.Clip("screencast-720p", Name), "screencast-360p", 640, 360, Tier.Quick),
        Transcode(media.Clip("handheld-720p", Name), "handheld-360p", 640, 360, Tier.Quick),
        Transcode(media.Clip("phone-1080p", Name), "phone-360p", 640, 360, Tier.Full),
    ];

    private Job Transcode(Clip clip, string subject, int width, int height, Tier tier) => new()
    {
        Workload = Name,
        Subject = subject,
        Setting = EncoderSetting.X264Veryfast,
        Tier = tier,
        Inputs = [new JobInput([], clip)],
        OutputOptions =
        [
            "-map", "0:v:0", "-map", "0:a:0",
            "-vf", $"scale={width}:{height}",
            // ffmpeg would double a frame where the mkv's video starts a few milliseconds after its sound.
            "-fps_mode", "passthrough", "-pix_fmt", "yuv420p",
            "-c:v", EncoderSetting.X264Veryfast.Encoder, "-preset", EncoderSetting.X264Veryfast.Effort, "-crf", "23",
            "-c:a", "aac", "-b:a", "96k",
            "-movflags", "+faststart",
            // Without the encoder's version strings the same job makes the same bytes on every host.
            "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
        ],
        OutputFile = "out.mp4",
        Expected = new ExpectedOutput(clip.Frames, width, height, clip.Duration, clip.HasSound, EqualsPortable: true),
    };
}
