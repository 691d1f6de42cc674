namespace Afmpeg.Perf.Workloads;

/// <summary>
/// A part of a transcode alone (spec 0008, 3.1: cheap workloads that separate decode and filter cost from encode cost): copied, decoded, or
/// decoded and scaled, of the very clip that the transcode reads, so that their differences show where its time goes.
/// </summary>
public static class PartsWorkload
{
    /// <summary>The clip that the reference transcode reads.</summary>
    public const string Reference = "handheld-720p";

    // That of afmpeg's own bench: what its jobs take at least.
    private const string Upstream = "synthetic-240p";

    /// <summary>
    /// Looked at: the file is opened, its streams are found, and the first frame's packets are copied, as a server does with every upload.
    /// Start-up, above all.
    /// </summary>
    public static Job Probe(Clip clip) => Remux(clip) with
    {
        Workload = "probe",
        Pictures = ["-map", "0:v:0", "-frames:v", "1"],
        Container = [.. CommonOptions.SilentInMp4],
        Expected = Expect(clip, clip.Width, clip.Height) with { Frames = 1, Duration = TimeSpan.FromSeconds(1 / clip.FramesPerSecond) },
    };

    /// <summary>Decoded, and thrown away.</summary>
    public static Job Decode(Clip clip) =>
        ThrownAway(clip, "decode", clip.Id, clip.Width, clip.Height, []) with { LaneCoverage = LaneCoverage.LeverLanes };

    /// <summary>Decoded, scaled to 360 lines as the transcode does it, and thrown away.</summary>
    public static Job Scale(Clip clip) => ScaleTo(clip, "handheld-360p", 640, 360);

    /// <summary>A clip decoded, scaled to a size, and thrown away.</summary>
    internal static Job ScaleTo(Clip clip, string subject, int width, int height) =>
        ThrownAway(clip, "scale", subject, width, height, ["-vf", $"scale={width}:{height}"]);

    /// <summary>Packets copied, of the reference clip and, in the full tier, of upstream's.</summary>
    public static ImmutableArray<Job> Remuxes(MediaCatalog media) =>
        [Remux(media.Clip(Reference, "remux")), Remux(media.Clip(Upstream, "remux")) with { Tier = Tier.Full }];

    /// <summary>
    /// Packets copied into an mp4 without metadata, as GoToSocial strips uploads of theirs: start-up, demuxing and muxing.
    /// </summary>
    public static Job Remux(Clip clip) => new()
    {
        Workload = "remux",
        Subject = clip.Id,
        Setting = EncoderSetting.Copy,
        Tier = Tier.Quick,
        LaneCoverage = LaneCoverage.NotableLanes,
        Inputs = [new JobInput([], clip)],
        Pictures = ["-map", "0:v:0", .. (ImmutableArray<string>)(clip.HasSound ? ["-map", "0:a:0"] : [])],
        Container = [.. (ImmutableArray<string>)(clip.HasSound ? ["-c:a", "copy"] : []), .. CommonOptions.SilentInMp4],
        OutputFile = "out.mp4",
        Expected = Expect(clip, clip.Width, clip.Height) with { HasSound = clip.HasSound },
    };

    private static Job ThrownAway(Clip clip, string workload, string subject, int width, int height, ImmutableArray<string> filter) => new()
    {
        Workload = workload,
        Subject = subject,
        Setting = EncoderSetting.Null,
        Tier = Tier.Quick,
        ShippedTier = Tier.Full,
        LaneCoverage = LaneCoverage.NotableLanes,
        Inputs = [new JobInput([], clip)],
        Pictures = ["-map", "0:v:0", .. filter, .. CommonOptions.EachFrameOnce()],
        Container = [],
        OutputFile = null,
        Expected = Expect(clip, width, height),
    };

    private static ExpectedOutput Expect(Clip clip, int width, int height) =>
        new(clip.Frames, width, height, clip.Duration, HasSound: false, EqualsPortable: true);
}
