namespace Afmpeg.Perf.SelfTests.Rules.Media;

/// <summary>What is said of a clip that differs from the user's file.</summary>
public sealed class ClipNotesRules : IDisposable
{
    private readonly FakeFootage footage = new();

    public void Dispose() => footage.Dispose();

    [Fact]
    public async Task Every_change_has_a_note()
    {
        footage.Says(
            FakeFootage.Head("h264 (High 4:4:4), yuv444p(tv)", "opus", "01:00:00.00, start: 5.000000"),
            FrameListings.Of(90, 641, 481, 30, sound: false).Replace(
                "0,         89,         89", "0,        299,        299", StringComparison.Ordinal),
            "[h264 @ 0x1] error while decoding\n");

        var notes = (await footage.Plan()).Notes;

        notes.Should().HaveCount(7);
        string.Join('\n', notes).Should().ContainAll(
            "s of 60 min 0 s", "1 frame stays longer or shorter", "640x480", "begins at 5 s", "yuv444p", "opus",
            "(h264: error while decoding)");
    }

    [Fact]
    public async Task Anything_that_a_player_would_show_differently_has_a_note()
    {
        var head = FakeFootage.Head("h264, yuv420p10le(tv, bt2020nc/bt2020/smpte2084)", "aac")
                .Replace("640x480", "640x480 [SAR 4:3 DAR 16:9]", StringComparison.Ordinal)
            + "      displaymatrix: rotation of -90.00 degrees\n"
            + "  Stream #0:2: Video: h264, yuv420p, 1280x720\n  Stream #0:3: Audio: ac3, 48000 Hz\n";
        footage.Says(head, FrameListings.Of(90, 640, 480, 30, sound: true));

        string.Join('\n', (await footage.Plan()).Notes).Should().ContainAll(
            "2 video streams; the first (h264 640x480) is measured, not h264 1280x720",
            "2 audio streams; number 1 (aac) is taken, not ac3", "not square (4:3)", "-90 degrees", "HDR", "yuv420p10le");
    }

    [Fact]
    public async Task The_first_audio_stream_that_ffmpeg_decodes_is_taken()
    {
        footage.Says(
            FakeFootage.Head("h264, yuv420p", "ac3") + "  Stream #0:2: Audio: aac, 48000 Hz\n",
            FrameListings.Of(90, 640, 480, 30, sound: true));

        var clip = await footage.Plan();

        clip.Notes.Should().ContainSingle().Which.Should().Match("*number 2 (aac) is taken, the first that * decodes, not ac3");
        clip.ToMedia().Clip.HasSound.Should().BeTrue();
    }

    [Theory]
    [InlineData(48_000, "its sound of 1 s is followed by silence up to 3 s")]
    [InlineData(192_000, "its sound is cut to the 3 s of its pictures")]
    [InlineData(146_000, null)]
    public async Task Sound_of_a_different_length_from_the_pictures_has_a_note(int samples, string? note)
    {
        footage.Says(
            FakeFootage.Head("h264, yuv420p", "aac"),
            FrameListings.Of(90, 640, 480, 30, sound: true).Replace(" 144000,", $" {samples},", StringComparison.Ordinal));

        (await footage.Plan()).Notes.Should().Equal(note is null ? (string[])[] : [note]);
    }

    [Fact]
    public async Task An_unknown_length_and_transparency_have_notes()
    {
        footage.Says(FakeFootage.Head("png, yuva420p(tv)", "aac", "N/A"), FrameListings.Of(90, 640, 480, 30, sound: true));

        (await footage.Plan()).Notes.Should().Contain("its length is unknown; its first 3 s are measured")
            .And.Contain("its transparency is dropped");
    }
}
