using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>One frame at a time offset, as a small picture: what a media library shows of every clip.</summary>
public sealed class ThumbnailWorkload : IWorkload
{
    // The last frame before a keyframe: as many frames as there can be have to be decoded for it, and none is encoded.
    private const double OffsetSeconds = 1.95;

    /// <inheritdoc/>
    public string Name => "thumbnail";

    /// <inheritdoc/>
    public ImmutableArray<Job> Jobs(MediaCatalog media) =>
    [
        Of(media.Clip("handheld-720p", Name), EncoderSetting.Jpeg, "yuvj420p", "out.jpg") with { Tier = Tier.Quick },
        Of(media.Clip("handheld-720p", Name), EncoderSetting.Png, "rgb24", "out.png"),
    ];

    private Job Of(Clip clip, EncoderSetting setting, string pixelFormat, string file) => new()
    {
        Workload = Name,
        Subject = "handheld-180p",
        Setting = setting,
        Tier = Tier.Full,
        Breadth = Breadth.NotableLanes,
        Inputs = [new JobInput(["-ss", $"{OffsetSeconds}"], clip)],
        Pictures = ["-map", "0:v:0", "-frames:v", "1", "-vf", "scale=320:180", .. CommonOptions.EachFrameOnce(pixelFormat)],
        Container = ["-update", "1", .. CommonOptions.Reproducible],
        OutputFile = file,
        Expected = new ExpectedOutput(1, 320, 180, Duration: null, HasSound: false, EqualsPortable: true),
    };
}
