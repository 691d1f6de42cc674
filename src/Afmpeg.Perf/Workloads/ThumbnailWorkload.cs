namespace Afmpeg.Perf.Workloads;

/// <summary>One frame at a time offset, as a small picture: what a media library shows of every clip.</summary>
public static class ThumbnailWorkload
{
    // The last frame before a keyframe: as many frames as there can be have to be decoded for it, and none is encoded.
    private const double OffsetSeconds = 1.95;

    /// <summary>The workload's name.</summary>
    public const string Name = "thumbnail";

    /// <summary>Its jobs over the media library, the cheapest first.</summary>
    public static ImmutableArray<Job> Jobs(MediaCatalog media)
    {
        var handheld = media.Clip("handheld-720p", Name);
        return
        [
            Create(handheld, "handheld-180p", EncoderSetting.Jpeg, OffsetSeconds, 320, 180) with
            {
                Tier = Tier.Quick, LaneCoverage = LaneCoverage.LeverLanes,
            },
            Create(handheld, "handheld-180p", EncoderSetting.Png, OffsetSeconds, 320, 180) with { LaneCoverage = LaneCoverage.DefaultLane },
            // GoToSocial's: the first frame, at most 512 pixels across (internal/media/ffmpeg.go, ffmpegGenerateWebpThumb).
            Create(handheld, "handheld-288p", EncoderSetting.WebP, seconds: 0, 512, 288),
            // That of afmpeg's own bench (cmd/afmpeg-bench at 0d75c3a): two seconds into its test pattern.
            Create(media.Clip("synthetic-240p", Name), "synthetic-120p", EncoderSetting.Png, seconds: 2, 160, 120),
        ];
    }

    /// <summary>One frame of a clip as a JPEG, PNG or WebP: the first one at a time or after it; of the full tier.</summary>
    internal static Job Create(Clip clip, string subject, EncoderSetting setting, double seconds, int width, int height)
    {
        var (pixelFormat, file) = setting.Encoder switch
        {
            "mjpeg" => ("yuvj420p", "out.jpg"),
            "png" => ("rgb24", "out.png"),
            "libwebp" => ("yuv420p", "out.webp"),
            var other => throw new ArgumentOutOfRangeException(nameof(setting), other, "no thumbnail is made by this encoder"),
        };
        return new Job
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
}
