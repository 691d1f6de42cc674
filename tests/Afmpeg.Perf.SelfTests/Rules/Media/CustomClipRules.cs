using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Media;

namespace Afmpeg.Perf.SelfTests.Rules.Media;

/// <summary>What becomes of a user's file, with an ffmpeg that says what the rule lets it say.</summary>
public sealed class CustomClipRules : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly string file;

    public CustomClipRules()
    {
        file = temporary.File("My  Holiday (1).MP4");
        File.WriteAllText(file, "footage");
        File.WriteAllText(
            temporary.File("codecs"), "Codecs:\n -------\n DEV.LS h264   H.264\n DEVI.S png  PNG\n ..V.L. hevc  HEVC\n DEAIL. aac  AAC\n");
        File.WriteAllText(temporary.File("ffmpeg"), $$"""
            #!/bin/sh
            for last; do :; done
            case "$last" in
              -codecs) cat '{{temporary.File("codecs")}}' ;;
              -) cat '{{temporary.File("listing")}}'; cat '{{temporary.File("complaint")}}' >&2 ;;
              *) cat '{{temporary.File("head")}}' >&2; exit 1 ;;
            esac

            """);
        File.SetUnixFileMode(temporary.File("ffmpeg"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Says(Head("h264 (High), yuv420p(tv)", "aac"), FrameListings.Of(90, 640, 480, 30, sound: true));
    }

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_plain_file_becomes_a_clip_without_a_note()
    {
        var clip = await Plan();

        clip.Notes.Should().BeEmpty();
        (clip.Entry.Id, clip.Entry.Frames, clip.Entry.FramesPerSecond, clip.Entry.Width, clip.Entry.Height, clip.ToMedia().Clip.HasSound)
            .Should().Be(("mine-my-holiday-1", 90, 30, 640, 480, true));
        (clip.ToMedia().File, clip.ToMedia().Sha256.Length).Should().Be(("My  Holiday (1).MP4", 64));
    }

    [Fact]
    public async Task Whatever_is_changed_has_a_note()
    {
        Says(
            Head("h264 (High 4:4:4), yuv444p(tv)", "opus", "01:00:00.00, start: 5.000000"),
            FrameListings.Of(90, 641, 481, 30, sound: false).Replace(
                "0,         89,         89", "0,        299,        299", StringComparison.Ordinal),
            "[h264 @ 0x1] error while decoding\n");

        var notes = (await Plan()).Notes;

        notes.Should().HaveCount(7);
        string.Join('\n', notes).Should().ContainAll(
            "s of 60 min 0 s", "1 frame stays longer or shorter", "640x480", "begins at 5 s", "yuv444p", "opus", "(h264: error while decoding)");
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
    public async Task A_file_that_no_clip_can_be_made_of_is_refused_with_what_it_is(string head, string what, string observed)
    {
        Says(head, "");

        var fault = (await FluentActions.Awaiting(Plan).Should().ThrowAsync<PerfException>()).Which;

        (fault.Status, fault.Where).Should().Be((ExitStatus.BadUsage, $"--media {file}"));
        fault.Message.Should().Contain(what);
        fault.Observed.Should().Contain(observed);
        fault.Remedy.Should().Contain("a lanes file: { \"native\": ");
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 1, 0xb3 }, true)]
    [InlineData(new byte[] { 0, 0, 0, 1, 0x67 }, true)]
    [InlineData(new byte[] { 0x52, 0x49, 0x46, 0x46 }, false)]
    [InlineData(new byte[] { 0 }, false)]
    public async Task A_container_is_not_taken_for_the_raw_stream_within_it(byte[] head, bool isRaw)
    {
        await File.WriteAllBytesAsync(file, head);
        Says(
            Head("h264, yuv420p", "aac").Replace("matroska,webm", "h264", StringComparison.Ordinal),
            FrameListings.Of(90, 640, 480, 30, sound: true));

        (await Record.ExceptionAsync(Plan) is null).Should().Be(isRaw);
    }

    [Theory]
    [InlineData("mp3", new byte[] { 0xff, 0xfb, 0x90, 0 })]
    [InlineData("mp3", new byte[] { 0x49, 0x44, 0x33, 4 })]
    [InlineData("aac", new byte[] { 0xff, 0xf1, 0x50, 0x80 })]
    [InlineData("ac3", new byte[] { 0x0b, 0x77, 0, 0 })]
    public async Task A_sound_file_is_refused_as_one(string format, byte[] head)
    {
        await File.WriteAllBytesAsync(file, head);
        Says($"Input #0, {format}, from 'x':\n  Stream #0:0: Audio: {format}, 48000 Hz\n", "");

        (await FluentActions.Awaiting(Plan).Should().ThrowAsync<PerfException>()).Which.Observed.Should().Be($"sound alone ({format})");
    }

    [Fact]
    public async Task What_a_player_would_show_differently_has_a_note()
    {
        var head = Head("h264, yuv420p10le(tv, bt2020nc/bt2020/smpte2084)", "aac")
                .Replace("640x480", "640x480 [SAR 4:3 DAR 16:9]", StringComparison.Ordinal)
            + "      displaymatrix: rotation of -90.00 degrees\n"
            + "  Stream #0:2: Video: h264, yuv420p, 1280x720\n  Stream #0:3: Audio: ac3, 48000 Hz\n";
        Says(head, FrameListings.Of(90, 640, 480, 30, sound: true));

        string.Join('\n', (await Plan()).Notes).Should().ContainAll(
            "2 video streams; the first (h264 640x480) is measured, and left out is h264 1280x720",
            "2 audio streams; number 1 (aac) is taken, and left out is ac3", "not square (4:3)", "-90 degrees", "HDR", "yuv420p10le");
    }

    [Fact]
    public async Task The_first_sound_that_ffmpeg_decodes_is_taken()
    {
        Says(Head("h264, yuv420p", "ac3") + "  Stream #0:2: Audio: aac, 48000 Hz\n", FrameListings.Of(90, 640, 480, 30, sound: true));

        var clip = await Plan();

        clip.Notes.Should().ContainSingle().Which.Should().Match("*number 2 (aac) is taken, the first that * decodes, and left out is ac3");
        clip.ToMedia().Clip.HasSound.Should().BeTrue();
    }

    [Theory]
    [InlineData(48_000, "its sound of 1 s is followed by silence up to 3 s")]
    [InlineData(192_000, "its sound is cut to the 3 s of its pictures")]
    [InlineData(146_000, null)]
    public async Task Sound_of_another_length_than_the_pictures_has_a_note(int samples, string? note)
    {
        Says(
            Head("h264, yuv420p", "aac"),
            FrameListings.Of(90, 640, 480, 30, sound: true).Replace(" 144000,", $" {samples},", StringComparison.Ordinal));

        (await Plan()).Notes.Should().Equal(note is null ? (string[])[] : [note]);
    }

    [Fact]
    public async Task An_unknown_length_and_transparency_have_notes()
    {
        Says(Head("png, yuva420p(tv)", "aac", "N/A"), FrameListings.Of(90, 640, 480, 30, sound: true));

        (await Plan()).Notes.Should().Contain("its length is unknown; its first 3 s are measured")
            .And.Contain("its transparency is dropped");
    }

    [Fact]
    public async Task Pictures_that_cannot_be_decoded_or_are_tiny_are_refused()
    {
        Says(Head("h264, yuv420p", "aac"), "", "broken\n");
        (await FluentActions.Awaiting(Plan).Should().ThrowAsync<PerfException>()).Which.Observed.Should().Be("broken");

        Says(Head("h264, yuv420p", "aac"), FrameListings.Of(5, 320, 15, 30, sound: false));
        (await FluentActions.Awaiting(Plan).Should().ThrowAsync<PerfException>()).Which.Observed.Should().Be("320x15");
    }

    [Fact]
    public async Task What_is_not_there_a_folder_empty_or_a_device_is_refused_before_ffmpeg_is_asked()
    {
        await File.WriteAllTextAsync(temporary.File("empty"), "");
        (string, string)[] refused =
        [
            (temporary.File("gone"), "not there"), (temporary.Path, "folder"), (temporary.File("empty"), "empty"),
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

    private static string Head(string video, string sound, string time = "00:00:03.00, start: 0.000000") =>
        $"Input #0, matroska,webm, from 'x':\n  Duration: {time}, bitrate: 1 kb/s\n"
        + $"  Stream #0:0: Video: {video}, 640x480\n  Stream #0:1: Audio: {sound}, 48000 Hz\n";

    private void Says(string head, string listing, string complaint = "")
    {
        File.WriteAllText(temporary.File("head"), head);
        File.WriteAllText(temporary.File("listing"), listing);
        File.WriteAllText(temporary.File("complaint"), complaint);
    }

    private Task<CustomClip> Plan() => CustomClip.Plan(file, temporary.File("ffmpeg"), CancellationToken.None);
}
