using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Media;

namespace Afmpeg.Perf.SelfTests.Rules.Media;

/// <summary>The comparison of a derived clip with the user's file, with an ffmpeg that gives each frame the PSNR of the rule.</summary>
public sealed class ClipComparisonRules : IDisposable
{
    private const int Frames = 30;

    private readonly SetupSite site = new();

    public ClipComparisonRules()
    {
        File.WriteAllText(site.Scratch("film.mkv"), "footage");
        File.WriteAllText(site.Scratch("listing"), FrameListings.Of(Frames, 320, 240, 30, sound: false));
        File.WriteAllText(
            site.Scratch("head"),
            "Input #0, matroska,webm, from 'x':\n  Duration: 00:00:01.00, start: 0.0\n"
                + "  Stream #0:0: Video: h264 (High), yuv420p, 320x240\n");
        File.WriteAllText(site.Scratch("ffmpeg"), $$"""
            #!/bin/sh
            for last; do :; done
            case "$*" in
              *psnr=*) cat '{{site.Scratch("psnr")}}' ;;
              *-codecs) printf ' DEV.LS h264 H.264\n DEAIL. aac AAC\n' ;;
              *framemd5*) cat '{{site.Scratch("listing")}}' ;;
              *-map*) echo "$*" > "$last" ;;
              *) cat '{{site.Scratch("head")}}' >&2; exit 1 ;;
            esac

            """);
        File.SetUnixFileMode(site.Scratch("ffmpeg"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("31")]
    [InlineData("inf")]
    public async Task A_clip_whose_every_frame_looks_like_the_files_is_kept(string decibels)
    {
        await Derive([.. Enumerable.Repeat(decibels, Frames)]);

        Directory.GetDirectories(site.Folders.Clips).Should().ContainSingle();
    }

    [Theory]
    [InlineData(Frames, "29", "30 frames, the worst at 29 dB")]
    [InlineData(Frames, "nan", "30 frames, the worst at 0 dB")]
    [InlineData(Frames - 1, "31", "29 frames, the worst at 31 dB")]
    public async Task A_clip_with_a_missing_frame_or_one_that_differs_too_much_is_refused(int frames, string last, string observed)
    {
        var fault = (await FluentActions.Awaiting(() => Derive([.. Enumerable.Repeat("40", frames - 1), last])).Should()
            .ThrowAsync<PerfException>()).Which;

        (fault.Status, fault.Expected, fault.Observed).Should().Be((ExitStatus.BadUsage, "30 frames, each at 30 dB or more", observed));
        fault.Remedy.Should().Contain("{ \"native\": ");
        Directory.Exists(site.Folders.Clips).Should().BeFalse("nothing in the cache looks finished");
    }

    [Fact]
    public async Task The_chosen_audio_stream_is_the_one_that_is_derived()
    {
        await File.AppendAllTextAsync(
            site.Scratch("head"), "  Stream #0:1: Audio: ac3, 48000 Hz\n  Stream #0:2: Audio: aac, 48000 Hz\n");
        await File.WriteAllTextAsync(site.Scratch("listing"), FrameListings.Of(Frames, 320, 240, 30, sound: true));

        await Derive([.. Enumerable.Repeat("40", Frames)]);

        (await File.ReadAllTextAsync(Directory.GetFiles(site.Folders.Clips, "*.mkv", SearchOption.AllDirectories).Single())).Should()
            .Contain("-map V:0 ").And.Contain("-map 0:a:1 ");
    }

    private async Task Derive(string[] decibels)
    {
        await File.WriteAllLinesAsync(
            site.Scratch("psnr"), decibels.Select((one, index) => $"n:{index + 1} mse_avg:1 psnr_avg:{one} psnr_y:{one} psnr_u:50 "));
        var own = await CustomClip.Plan(site.Scratch("film.mkv"), site.Scratch("ffmpeg"), CancellationToken.None);
        var library = new MediaLibrary(new MediaManifest([own.Entry], [], []), site.Folders, site.Steps);
        foreach (var task in library.Missing([own.Entry.Id], (_, _) => Task.FromResult(site.Scratch("ffmpeg"))))
        {
            await task.Work(CancellationToken.None);
        }
    }
}
