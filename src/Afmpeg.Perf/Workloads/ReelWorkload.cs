namespace Afmpeg.Perf.Workloads;

/// <summary>
/// Photographs to a 9:16 reel (spec 0008, 3.1): cropped, cross-faded, with voice and music mixed and faded out, as an H.264/AAC mp4 that
/// can be played while it is being downloaded. Each photograph is decoded and scaled once and then repeated; the naive recipe, which
/// decodes it again for every frame, is measured beside it as another shape of the same job.
/// </summary>
public static class ReelWorkload
{
    private const int FramesPerSecond = 30;
    private const int Width = 540;
    private const int Height = 960;

    // Of each transition. With twelve frames, and an even number of seconds, every still lasts a whole number of frames.
    private const int FadeFrames = 12;

    // Two of the stills, and twice the transition's length: what a reel can be made of where each frame takes seconds.
    private const string Excerpt = "stills-excerpt";

    private static readonly ImmutableArray<string> Stills = ["photo-circuit", "photo-dog", "photo-park", "photo-table"];
    private static readonly ImmutableArray<string> Transitions = ["fade", "slideleft", "wipeup"];

    /// <summary>The workload's name.</summary>
    public const string Name = "reel";

    /// <summary>Its jobs over the media library, the cheapest first.</summary>
    public static ImmutableArray<Job> Jobs(MediaCatalog media) =>
    [
        Create(media, Stills[..2], seconds: 0.8, Excerpt, Once, LaneCoverage.LeverLanes) with
        {
            Tier = Tier.Quick, ShippedTier = Tier.Full,
        },
        Create(media, Stills, seconds: 2, "stills-2s", Once, LaneCoverage.NotableLanes) with { ShippedStandIn = Excerpt },
        Create(media, Stills, seconds: 4, "stills-4s", Once, LaneCoverage.NativeAndDefault),
        Create(media, Stills, seconds: 8, "stills-8s", Once, LaneCoverage.NativeAndDefault),
        Create(media, Stills, seconds: 60, "stills-60s", Once, LaneCoverage.Once),
        Create(media, Stills, seconds: 2, "stills-2s-naive", EveryFrame, LaneCoverage.NativeAndDefault),
        Upstream(media),
    ];

    /// <summary>
    /// The reel of afmpeg's own bench (cmd/afmpeg-bench at 0d75c3a): its test pattern twice, one second of cross-fade, both sounds mixed.
    /// There the sound ends after three seconds; here it is as long as the pictures.
    /// </summary>
    private static Job Upstream(MediaCatalog media)
    {
        var clip = media.Clip("synthetic-240p", Name);
        return new Job
        {
            Workload = Name,
            Subject = "synthetic-crossfade",
            Setting = EncoderSetting.X264("medium"),
            Tier = Tier.Full,
            LaneCoverage = LaneCoverage.NotableLanes,
            Inputs = [new JobInput([], clip), new JobInput([], clip)],
            Pictures =
            [
                "-filter_complex", "[0:v][1:v]xfade=transition=fade:duration=1:offset=2[pictures]", "-map", "[pictures]",
                .. CommonOptions.EachFrameOnce(),
            ],
            Container =
                ["-filter_complex", "[0:a][1:a]amix=inputs=2,apad=whole_dur=5[sound]", "-map", "[sound]", .. CommonOptions.AacInMp4],
            OutputFile = "out.mp4",
            Expected = new ExpectedOutput(
                5 * (int)clip.FramesPerSecond, clip.Width, clip.Height, TimeSpan.FromSeconds(5), HasSound: true, EqualsPortable: true),
        };
    }

    private delegate (ImmutableArray<string> Input, string Filter) Recipe(double seconds);

    // The still is scaled and cropped once; what is repeated is the small picture.
    private static (ImmutableArray<string> Input, string Filter) Once(double seconds) =>
        ([], $"loop=loop=-1:size=1:start=0,setpts=N/{FramesPerSecond}/TB,fps={FramesPerSecond}");

    // A few frames more than are used: xfade drops the last one of a still that ends where its transition does.
    private static (ImmutableArray<string> Input, string Filter) EveryFrame(double seconds) =>
        (["-loop", "1", "-framerate", $"{FramesPerSecond}", "-t", Seconds(seconds + 0.1)], $"fps={FramesPerSecond}");

    private static Job Create(
        MediaCatalog media, ImmutableArray<string> stills, double seconds, string subject, Recipe recipe, LaneCoverage coverage)
    {
        var fade = (double)FadeFrames / FramesPerSecond;
        var each = (seconds + ((stills.Length - 1) * fade)) / stills.Length;
        var (input, repeat) = recipe(each);
        return new Job
        {
            Workload = Name,
            Subject = subject,
            Setting = EncoderSetting.X264Veryfast,
            Tier = Tier.Full,
            LaneCoverage = coverage,
            Inputs =
            [
                .. stills.Select(still => new JobInput(input, media.Still(still, Name))),
                new JobInput([], media.Sound("voice", Name)),
            ],
            Pictures =
            [
                "-filter_complex", PicturesOf(stills.Length, seconds, each, fade, repeat), "-map", "[pictures]",
                .. CommonOptions.EachFrameOnce(),
            ],
            // A graph of its own: pictures are rendered without the sound where their quality is measured.
            Container = ["-filter_complex", SoundOf(stills.Length, seconds, fade), "-map", "[sound]", .. CommonOptions.AacInMp4],
            OutputFile = "out.mp4",
            // native-portable, with which a module's output is compared, is not among the lanes of the longer ones.
            Expected = new ExpectedOutput(
                (int)Math.Round(seconds * FramesPerSecond), Width, Height, TimeSpan.FromSeconds(seconds), HasSound: true,
                EqualsPortable: coverage is LaneCoverage.LeverLanes or LaneCoverage.NotableLanes),
        };
    }

    private static string PicturesOf(int count, double seconds, double each, double fade, string repeat)
    {
        var stills = Enumerable.Range(0, count).Select(index =>
            $"[{index}:v]scale=-2:{Height},crop={Width}:{Height},setsar=1,format=yuv420p,{repeat},"
            + $"trim=duration={Seconds(each)},settb=AVTB[still{index}]");
        var transitions = Transitions.Take(count - 1).Select((transition, index) =>
            $"[{(index == 0 ? "still0" : $"joined{index}")}][still{index + 1}]xfade=transition={transition}:duration={Seconds(fade)}"
            + $":offset={Seconds((index + 1) * (each - fade))}[joined{index + 1}]");
        var end = $"[joined{count - 1}]fade=type=out:start_time={Seconds(seconds - fade)}:duration={Seconds(fade)},"
            + "format=yuv420p[pictures]";
        return string.Join(';', stills.Concat(transitions).Append(end));
    }

    private static string SoundOf(int count, double seconds, double fade) => string.Join(
        ';',
        $"[{count}:a]aloop=loop=-1:size=200000,atrim=duration={Seconds(seconds)},asetpts=PTS-STARTPTS[voice]",
        $"sine=frequency=220:sample_rate=44100:duration={Seconds(seconds)},volume=0.3[music]",
        $"[voice][music]amix=inputs=2:duration=first,afade=type=out:start_time={Seconds(seconds - fade)}:duration={Seconds(fade)}[sound]");

    private static string Seconds(double seconds) => seconds.ToString("0.######");
}
