using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>
/// A part of a transcode alone (spec 0008, 3.1: cheap workloads that separate decode and filter cost from encode cost): copied, decoded,
/// or decoded and scaled, of the very clip that the transcode reads, so that their differences tell where its time goes.
/// </summary>
/// <param name="name">remux, decode or scale.</param>
/// <param name="make">The job over the clip.</param>
/// <param name="clips">The clips that it is done to: the first in the job's own tier, the others in the full one.</param>
public sealed class PartsWorkload(string name, Func<Clip, Job> make, params ImmutableArray<string> clips) : IWorkload
{
    private const string Reference = "handheld-720p";

    // That of afmpeg's own bench: what its jobs take at least.
    private const string Upstream = "synthetic-240p";

    /// <summary>Looked at: the file is opened, its streams are found, and the first frame's packets are copied, as a server does with every upload. Start-up, above all.</summary>
    public static PartsWorkload Probe { get; } = new("probe", clip => Copied(clip) with
    {
        Workload = "probe",
        Pictures = ["-map", "0:v:0", "-frames:v", "1"],
        Container = [.. CommonOptions.SilentInMp4],
        Expected = Expect(clip, clip.Width, clip.Height) with { Frames = 1, Duration = TimeSpan.FromSeconds(1 / clip.FramesPerSecond) },
    }, Reference);

    /// <summary>Packets copied into an mp4 without metadata, as GoToSocial strips uploads of theirs: start-up, demuxing and muxing.</summary>
    public static PartsWorkload Remux { get; } = new("remux", Copied, Reference, Upstream);

    /// <summary>Decoded, and thrown away.</summary>
    public static PartsWorkload Decode { get; } = new("decode", clip => ThrownAway(clip, "decode", clip.Id, clip.Width, clip.Height, []) with { LaneCoverage = LaneCoverage.LeverLanes }, Reference);

    /// <summary>Decoded, scaled to 360 lines as the transcode does it, and thrown away.</summary>
    public static PartsWorkload Scale { get; } = new("scale", clip => ScaleTo(clip, "handheld-360p", 640, 360), Reference);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public ImmutableArray<Job> Jobs(MediaCatalog media) =>
    [
        make(media.Clip(clips[0], Name)),
        .. clips.Skip(1).Select(clip => make(media.Clip(clip, Name)) with { Tier = Tier.Full }),
    ];

    /// <summary>The job over a clip.</summary>
    /// <param name="clip">The clip.</param>
    /// <returns>The job.</returns>
    internal Job Of(Clip clip) => make(clip);

    /// <summary>A clip decoded, scaled to a size, and thrown away.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="subject">The subject's name.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <returns>The job.</returns>
    internal static Job ScaleTo(Clip clip, string subject, int width, int height) =>
        ThrownAway(clip, "scale", subject, width, height, ["-vf", $"scale={width}:{height}"]);

    private static Job Copied(Clip clip) => new()
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
