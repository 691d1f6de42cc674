namespace Afmpeg.Perf.Workloads;

/// <summary>
/// mkv to H.264/AAC mp4: the everyday job of somebody who runs FFmpeg in a sandbox (spec 0008, 3.1), over footage, sizes, durations,
/// efforts and bitrates.
/// </summary>
public static class TranscodeWorkload
{
    // openh264 is only ever asked for a bitrate: the one at which its efforts are compared is near what x264 chooses at constant quality.
    private const int EffortKilobits = 500;

    // Four points, twice the rate each: the fewest that a BD-rate is defined over.
    private static readonly ImmutableArray<int> Kilobits = [250, 500, 1000, 2000];

    // What x264 makes of upstream's clip at presets veryfast and ultrafast, rounded.
    private static readonly ImmutableArray<int> UpstreamKilobits = [75, 150];

    private static readonly ImmutableArray<string> Presets = ["ultrafast", "superfast", "veryfast", "faster", "medium"];
    private static readonly ImmutableArray<string> Complexities = ["low", "medium", "high"];

    /// <summary>The workload's name.</summary>
    public const string Name = "transcode";

    /// <summary>Its jobs over the media library, the cheapest first.</summary>
    public static ImmutableArray<Job> Jobs(MediaCatalog media)
    {
        var handheld = media.Clip("handheld-720p", Name);
        var upstream = Upstream(Name, media, LaneCoverage.EveryStop);
        var reference = Create(Name, handheld, "handheld-360p", 640, 360, LaneCoverage.EveryLane) with
        {
            Tier = Tier.Quick,
            ShippedTier = Tier.Full,
        };
        return
        [
            upstream with { Tier = Tier.Quick },
            .. UpstreamSettings().Select(setting => upstream with { Setting = setting, LaneCoverage = LaneCoverage.NotableLanes }),
            reference,
            Create(Name, media.Clip("screencast-720p", Name), "screencast-360p", 640, 360, LaneCoverage.NotableLanes) with
            {
                ShippedStandIn = reference.Subject,
            },
            Compared(Create(Name, media.Clip("city-404p", Name), "city-360p", 640, 360, LaneCoverage.NativeAndDefault)),
            Compared(Create(Name, handheld, "handheld-720p", 1280, 720, LaneCoverage.NativeAndDefault)),
            Compared(Create(Name, media.Clip("phone-1080p", Name), "phone-1080p", 1920, 1080, LaneCoverage.NativeAndDefault)),
            Compared(Create(Name, media.Clip("screencast-720p-8s", Name), "screencast-360p-8s", 640, 360, LaneCoverage.NativeAndDefault)),
            .. Settings().Select(setting => reference with { Setting = setting, Tier = Tier.Full, ShippedStandIn = upstream.Subject })
                .Select(job => IsLever(job.Setting) ? job with { LaneCoverage = LaneCoverage.NotableLanes }
                    : Compared(job with { LaneCoverage = IsRatePoint(job.Setting) ? LaneCoverage.Once : LaneCoverage.NativeAndDefault })),
        ];
    }

    /// <summary>
    /// The transcode of afmpeg's own bench (cmd/afmpeg-bench at 0d75c3a): a test pattern of 320x240, three seconds, scaled to half; of the
    /// full tier.
    /// </summary>
    /// <returns>The job, at x264's preset veryfast.</returns>
    internal static Job Upstream(string workload, MediaCatalog media, LaneCoverage coverage) =>
        Create(workload, media.Clip("synthetic-240p", workload), "synthetic-120p", 160, 120, coverage);

    /// <summary>A clip scaled to a size and encoded by x264 at its reference setting; of the full tier.</summary>
    /// <param name="workload">The workload's name.</param>
    /// <param name="clip">The clip.</param>
    /// <param name="subject">The subject's name.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down; the clip is not scaled where it has this size.</param>
    /// <param name="coverage">On how many lanes.</param>
    internal static Job Create(string workload, Clip clip, string subject, int width, int height, LaneCoverage coverage) => new()
    {
        Workload = workload,
        Subject = subject,
        Setting = EncoderSetting.X264Veryfast,
        Tier = Tier.Full,
        LaneCoverage = coverage,
        Inputs = [new JobInput([], clip)],
        Pictures =
        [
            "-map", "0:v:0", .. (ImmutableArray<string>)(clip.HasSound ? ["-map", "0:a:0"] : []),
            .. (ImmutableArray<string>)((clip.Width, clip.Height) == (width, height) ? [] : ["-vf", $"scale={width}:{height}"]),
            .. CommonOptions.EachFrameOnce(),
        ],
        Container = clip.HasSound ? CommonOptions.AacInMp4 : CommonOptions.SilentInMp4,
        OutputFile = "out.mp4",
        Expected = new ExpectedOutput(clip.Frames, width, height, clip.Duration, clip.HasSound, EqualsPortable: true),
    };

    // native-portable, which a module's output is compared with, is not among its lanes.
    private static Job Compared(Job job) => job with { Expected = job.Expected with { EqualsPortable = false } };

    // Its bytes and its quality are wanted, which have no noise.
    private static bool IsRatePoint(EncoderSetting setting) => setting is { KilobitsPerSecond: not null and not EffortKilobits };

    // The other encoder at its middle effort, and the least effort: what a caller can change by an option alone.
    private static bool IsLever(EncoderSetting setting) =>
        setting == EncoderSetting.OpenH264("medium", EffortKilobits) || setting == EncoderSetting.X264(Presets[0]);

    // The bench's presets, and its default encoder.
    private static IEnumerable<EncoderSetting> UpstreamSettings() => Presets.Select(preset => EncoderSetting.X264(preset))
        .Where(setting => setting != EncoderSetting.X264Veryfast)
        .Concat(UpstreamKilobits.Select(rate => EncoderSetting.OpenH264("medium", rate)));

    private static IEnumerable<EncoderSetting> Settings(
        ) => ((string[])[Presets[0], Presets[^1]]).Select(preset => EncoderSetting.X264(preset))
        .Concat(Kilobits.Select(rate => EncoderSetting.X264("veryfast", rate)))
        .Concat(Kilobits.Select(rate => EncoderSetting.X264(Presets[0], rate)))
        .Concat(Complexities.Select(complexity => EncoderSetting.OpenH264(complexity, EffortKilobits)))
        .Concat(Kilobits.Select(rate => EncoderSetting.OpenH264("medium", rate)))
        .Distinct()
        .Where(setting => setting != EncoderSetting.X264Veryfast);
}
