using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>
/// Photographs to a 9:16 reel (spec 0008, 3.1): cropped, cross-faded, with voice and music mixed and faded out, as an H.264/AAC mp4 that
/// can be played while it is being downloaded. Each photograph is decoded and scaled once and then repeated; the naive recipe, which
/// decodes it again for every frame, is measured beside it as another shape of the same job.
/// </summary>
public sealed class ReelWorkload : IWorkload
{
    private const int FramesPerSecond = 30;
    private const int Width = 540;
    private const int Height = 960;

    // Of each transition. With twelve frames, and an even number of seconds, every still lasts a whole number of frames.
    private const int FadeFrames = 12;

    private static readonly ImmutableArray<string> Stills = ["photo-circuit", "photo-dog", "photo-park", "photo-table"];
    private static readonly ImmutableArray<string> Transitions = ["fade", "slideleft", "wipeup"];

    /// <inheritdoc/>
    public string Name => "reel";

    /// <inheritdoc/>
    public ImmutableArray<Job> Jobs(MediaCatalog media) =>
    [
        Of(media, seconds: 2, "stills-2s", Once, Breadth.LeverLanes) with { Tier = Tier.Quick },
        Of(media, seconds: 4, "stills-4s", Once, Breadth.NativeAndDefault),
        Of(media, seconds: 8, "stills-8s", Once, Breadth.LeverLanes),
        Of(media, seconds: 60, "stills-60s", Once, Breadth.Once),
        Of(media, seconds: 2, "stills-2s-naive", EveryFrame, Breadth.NativeAndDefault),
    ];

    private delegate (ImmutableArray<string> Input, string Filter) Recipe(double seconds);

    // The still is scaled and cropped once; what is repeated is the small picture.
    private static (ImmutableArray<string> Input, string Filter) Once(double seconds) =>
        ([], $"loop=loop=-1:size=1:start=0,setpts=N/{FramesPerSecond}/TB,fps={FramesPerSecond}");

    // A few frames more than are used: xfade drops the last one of a still that ends where its transition does.
    private static (ImmutableArray<string> Input, string Filter) EveryFrame(double seconds) =>
        (["-loop", "1", "-framerate", $"{FramesPerSecond}", "-t", Seconds(seconds + 0.1)], $"fps={FramesPerSecond}");

    private Job Of(MediaCatalog media, int seconds, string subject, Recipe recipe, Breadth breadth)
    {
        var fade = (double)FadeFrames / FramesPerSecond;
        var each = (seconds + ((Stills.Length - 1) * fade)) / Stills.Length;
        var (input, repeat) = recipe(each);
        return new Job
        {
            Workload = Name,
            Subject = subject,
            Setting = EncoderSetting.X264Veryfast,
            Tier = Tier.Full,
            Breadth = breadth,
            Inputs =
            [
                .. Stills.Select(still => new JobInput(input, media.Still(still, Name))),
                new JobInput([], media.Sound("voice", Name)),
            ],
            Pictures = ["-filter_complex", PicturesOf(seconds, each, fade, repeat), "-map", "[pictures]", .. CommonOptions.EachFrameOnce()],
            // A graph of its own: pictures are rendered without the sound where their quality is measured.
            Container = ["-filter_complex", SoundOf(seconds, fade), "-map", "[sound]", .. CommonOptions.AacInMp4],
            OutputFile = "out.mp4",
            // native-portable, which a module's output is held against, is not among the lanes of the longer ones.
            Expected = new ExpectedOutput(
                seconds * FramesPerSecond, Width, Height, TimeSpan.FromSeconds(seconds), HasSound: true,
                EqualsPortable: breadth is Breadth.LeverLanes),
        };
    }

    private static string PicturesOf(double seconds, double each, double fade, string repeat)
    {
        var stills = Stills.Select((_, index) =>
            $"[{index}:v]scale=-2:{Height},crop={Width}:{Height},setsar=1,format=yuv420p,{repeat},trim=duration={Seconds(each)},settb=AVTB[still{index}]");
        var transitions = Transitions.Select((transition, index) =>
            $"[{(index == 0 ? "still0" : $"joined{index}")}][still{index + 1}]xfade=transition={transition}:duration={Seconds(fade)}"
            + $":offset={Seconds((index + 1) * (each - fade))}[joined{index + 1}]");
        var end = $"[joined{Transitions.Length}]fade=type=out:start_time={Seconds(seconds - fade)}:duration={Seconds(fade)},format=yuv420p[pictures]";
        return string.Join(';', stills.Concat(transitions).Append(end));
    }

    private static string SoundOf(double seconds, double fade) => string.Join(
        ';',
        $"[{Stills.Length}:a]aloop=loop=-1:size=200000,atrim=duration={Seconds(seconds)},asetpts=PTS-STARTPTS[voice]",
        $"sine=frequency=220:sample_rate=44100:duration={Seconds(seconds)},volume=0.3[music]",
        $"[voice][music]amix=inputs=2:duration=first,afade=type=out:start_time={Seconds(seconds - fade)}:duration={Seconds(fade)}[sound]");

    private static string Seconds(double seconds) => seconds.ToString("0.######");
}
