using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Media;

namespace Afmpeg.Perf.SelfTests.Rules.Media;

/// <summary>What becomes of a user's file, with an ffmpeg that says what the rule lets it say.</summary>
public sealed class CustomClipRules : IDisposable
{
    private readonly FakeFootage footage = new();

    public void Dispose() => footage.Dispose();

    [Fact]
    public async Task A_plain_file_becomes_a_clip_without_a_note()
    {
        var clip = await footage.Plan();

        clip.Notes.Should().BeEmpty();
        (clip.Entry.Id, clip.Entry.Frames, clip.Entry.FramesPerSecond, clip.Entry.Width, clip.Entry.Height, clip.ToMedia().Clip.HasSound)
            .Should().Be(("mine-my-holiday-1", 90, 30, 640, 480, true));
        (clip.ToMedia().File, clip.ToMedia().Sha256.Length).Should().Be(("My  Holiday (1).MP4", 64));
    }

    [Theory]
    [InlineData("x: Invalid data found\n", "no media", "Invalid data found")]
    [InlineData("Input #0, concat, from 'x':\n", "no media", "a list of other files")]
    [InlineData("Input #0, wav, from 'x':\n  Stream #0:0: Audio: aac, 48000 Hz\n", "no pictures", "sound alone (aac)")]
    [InlineData("Input #0, wav, from 'x':\n", "no pictures", "no stream")]
    [InlineData("Input #0, webm, from 'x':\n  Stream #0:0: Video: vp9, none, 320x240\n", "no decoder of the codec vp9", "vp9")]
    [InlineData("Input #0, webm, from 'x':\n  Stream #0:0: Video: hevc, none, 320x240\n", "no decoder of the codec hevc", "hevc")]
    [InlineData("Input #0, tty, from 'x':\n  Stream #0:0: Video: ansi, pal8, 640x400\n", "no media", "text")]
    [InlineData("Input #0, mp3, from 'x':\n  Stream #0:0: Audio: mp2, 48000 Hz\n", "no media", "looks like mp3, and is not")]
    [InlineData("Input #0, aac, from 'x':\n  Stream #0:0: Audio: aac, 48000 Hz\n", "no media", "looks like aac, and is not")]
    [InlineData("Input #0, eac3, from 'x':\n  Stream #0:0: Audio: eac3, 48000 Hz\n", "no media", "looks like eac3, and is not")]
    [InlineData("Input #0, m4v, from 'x':\n  Stream #0:0: Video: h264, yuv420p, 320x240\n", "no media", "looks like m4v, and is not")]
    public async Task A_file_that_cannot_become_a_clip_is_refused_with_what_it_is(string head, string what, string observed)
    {
        footage.Says(head, "");

        var fault = (await FluentActions.Awaiting(footage.Plan).Should().ThrowAsync<PerfException>()).Which;

        (fault.Status, fault.Where).Should().Be((ExitStatus.BadUsage, $"--media {footage.Video}"));
        fault.Message.Should().Contain(what);
        fault.Observed.Should().Contain(observed);
        fault.Remedy.Should().Contain(
            observed.StartsWith("sound", StringComparison.Ordinal) ? "a file with pictures" : "a lanes file: { \"native\": ");
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 1, 0xb3 }, true)]
    [InlineData(new byte[] { 0, 0, 0, 1, 0x67 }, true)]
    [InlineData(new byte[] { 0x52, 0x49, 0x46, 0x46 }, false)]
    [InlineData(new byte[] { 0 }, false)]
    public async Task A_container_is_not_taken_for_the_raw_stream_within_it(byte[] head, bool isRaw)
    {
        await File.WriteAllBytesAsync(footage.Video, head);
        footage.Says(
            FakeFootage.Head("h264, yuv420p", "aac").Replace("matroska,webm", "h264", StringComparison.Ordinal),
            FrameListings.Of(90, 640, 480, 30, sound: true));

        (await Record.ExceptionAsync(footage.Plan) is null).Should().Be(isRaw);
    }

    [Theory]
    [InlineData("mp3", new byte[] { 0xff, 0xfb, 0x90, 0 })]
    [InlineData("mp3", new byte[] { 0x49, 0x44, 0x33, 4 })]
    [InlineData("aac", new byte[] { 0xff, 0xf1, 0x50, 0x80 })]
    [InlineData("ac3", new byte[] { 0x0b, 0x77, 0, 0 })]
    public async Task A_sound_file_is_refused_as_such(string format, byte[] head)
    {
        await File.WriteAllBytesAsync(footage.Video, head);
        footage.Says($"Input #0, {format}, from 'x':\n  Stream #0:0: Audio: {format}, 48000 Hz\n", "");

        (await FluentActions.Awaiting(footage.Plan).Should().ThrowAsync<PerfException>()).Which.Observed.Should()
            .Be($"sound alone ({format})");
    }

    [Fact]
    public async Task Pictures_that_cannot_be_decoded_or_are_tiny_are_refused()
    {
        footage.Says(FakeFootage.Head("h264, yuv420p", "aac"), "", "broken\n");
        (await FluentActions.Awaiting(footage.Plan).Should().ThrowAsync<PerfException>()).Which.Observed.Should().Be("broken");

        footage.Says(FakeFootage.Head("h264, yuv420p", "aac"), FrameListings.Of(5, 320, 15, 30, sound: false));
        (await FluentActions.Awaiting(footage.Plan).Should().ThrowAsync<PerfException>()).Which.Observed.Should().Be("320x15");
    }

    [Fact]
    public async Task A_missing_file_a_folder_an_empty_file_and_a_device_are_refused_before_ffmpeg_is_asked()
    {
        await File.WriteAllTextAsync(footage.Other("empty"), "");
        (string, string)[] refused =
        [
            (footage.Other("gone"), "not there"), (Path.GetDirectoryName(footage.Video)!, "folder"), (footage.Other("empty"), "empty"),
            ("/dev/zero", "character device"),
        ];
        foreach (var (path, what) in refused)
        {
            var fault = (await FluentActions.Awaiting(
                () => CustomClip.Plan(path, "/no/ffmpeg", CancellationToken.None)).Should().ThrowAsync<PerfException>()).Which;
            (fault.Status, fault.Message.Contains(what, StringComparison.Ordinal)).Should().Be((ExitStatus.BadUsage, true), fault.Message);
        }
    }

    [Theory]
    [InlineData("a.mp4", "a")]
    [InlineData("..mkv", "clip")]
    [InlineData("\u00c9t\u00e9 2024.mov", "t-2024")]
    [InlineData("--a_b--.x.mp4", "a-b-x")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaa bbb.mp4", "aaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_name_becomes_part_of_a_case_id(string name, string slug) => CustomClip.Slug(name).Should().Be(slug);
}
