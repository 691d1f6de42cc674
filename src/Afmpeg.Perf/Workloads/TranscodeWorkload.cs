using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>mkv to H.264/AAC mp4, scaled down: the everyday job of somebody who runs FFmpeg in a sandbox (spec 0008, 3.1).</summary>
public sealed class TranscodeWorkload : IWorkload
{
    /// <inheritdoc/>
    public string Name => "transcode";

    /// <inheritdoc/>
    public ImmutableArray<Job> Jobs(IReadOnlyDictionary<string, Clip> clips) =>
    [
        Transcode(clips.Named("synthetic-240p", Name), "synthetic-120p", 160, 120, Tier.Quick, Breadth.NotableLanes),
        Transcode(clips.Named("screencast-720p", Name), "screencast-360p", 640, 360, Tier.Quick, Breadth.NotableLanes),
        Transcode(clips.Named("handheld-720p", Name), "handheld-360p", 640, 360, Tier.Quick, Breadth.EveryLane),
        Transcode(clips.Named("phone-1080p", Name), "phone-360p", 640, 360, Tier.Full, Breadth.NotableLanes),
    ];

    private Job Transcode(Clip clip, string subject, int width, int height, Tier tier, Breadth breadth) => new()
    {
        Workload = Name,
        Subject = subject,
        Setting = EncoderSetting.X264Veryfast,
        Tier = tier,
        Breadth = breadth,
        Inputs = [new JobInput([], clip)],
        Pictures = ["-map", "0:v:0", "-map", "0:a:0", "-vf", $"scale={width}:{height}", .. CommonOptions.EachFrameOnce],
        Container = CommonOptions.AacInMp4,
        OutputFile = "out.mp4",
        Expected = new ExpectedOutput(clip.Frames, width, height, clip.Duration, clip.HasSound, EqualsPortable: true),
    };
}
