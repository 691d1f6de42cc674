using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>One frame at a time offset, as a small picture: what a media library shows of every clip.</summary>
public static class ThumbnailWorkload
{
    // The last frame before a keyframe: as many frames as there can be have to be decoded for it, and none is encoded.
    private const double OffsetSeconds = 1.95;

    /// <summary>The workload's name.</summary>
    public const string Name = "thumbnail";

    /// <summary>Its jobs over the media library, the cheapest first.</summary>
    public static ImmutableArray<Job> Jobs(MediaCatalog media) =>
    [
        Create(media.Clip("handheld-720p", Name), "handheld-180p", EncoderSetting.Jpeg, "yuvj420p", "out.jpg", OffsetSeconds, 320, 180) with { Tier = Tier.Quick, LaneCoverage = LaneCoverage.LeverLanes },
        Create(media.Clip("handheld-720p", Name), "handheld-180p", EncoderSetting.Png, "rgb24", "out.png", OffsetSeconds, 320, 180) with { LaneCoverage = LaneCoverage.DefaultLane },
        // GoToSocial's: the first frame, at most 512 pixels across (internal/media/ffmpeg.go, ffmpegGenerateWebpThumb).
        Create(media.Clip("handheld-720p", Name), "handheld-288p", EncoderSetting.WebP, "yuv420p", "out.webp", seconds: 0, 512, 288),
        // That of afmpeg's own bench (cmd/afmpeg-bench at 0d75c3a): two seconds into its test pattern.
        Create(media.Clip("synthetic-240p", Name), "synthetic-120p", EncoderSetting.Png, "rgb24", "out.png", seconds: 2, 160, 120),
    ];

    /// <summary>One frame of a clip as a picture; of the full tier.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="subject">The subject's name.</param>
    /// <param name="setting">The picture's encoder.</param>
    /// <param name="pixelFormat">FFmpeg's name of its pixel format.</param>
    /// <param name="file">The output file's name.</param>
    /// <param name="seconds">The time of the frame: the first one at it or after it is taken; 0 for the first of the clip.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    internal static Job Create(Clip clip, string subject, EncoderSetting setting, string pixelFormat, string file, double seconds, int width, int height) => new()
    {
        Workload = Name,
        Subject = subject,
        Setting = setting,
        Tier = Tier.Full,
        LaneCoverage = LaneCoverage.NotableLanes,
        Inputs = [new JobInput(seconds == 0 ? [] : ["-ss", $"{seconds:0.######}"], clip)],
        Pictures = ["-map", "0:v:0", "-frames:v", "1", "-vf", $"scale={width}:{height}", .. CommonOptions.EachFrameOnce(pixelFormat)],
        Container = ["-update", "1", .. CommonOptions.Reproducible],
        OutputFile = file,
        Expected = new ExpectedOutput(1, width, height, Duration: null, HasSound: false, EqualsPortable: true),
    };
}
