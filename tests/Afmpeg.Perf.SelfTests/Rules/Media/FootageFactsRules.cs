using Afmpeg.Perf.Media;

namespace Afmpeg.Perf.SelfTests.Rules.Media;

public sealed class FootageFactsRules
{
    private const string Phone = """
        Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/a/Video: none.mp4':
          Metadata:
            title           : Stream #0:7: Video: fake
          Duration: 01:02:03.50, start: 5.250000, bitrate: 790 kb/s
          Stream #0:0[0x1](und): Video: png, rgb24(pc), 100x100, 90k tbr, 90k tbn (attached pic)
          Stream #0:1[0x2](und): Video: h264 (High 10) (avc1 / 0x31637661), yuv420p10le(tv, bt709, progressive), 1920x1080 (default)
          Stream #0:2[0x3](eng): Audio: opus (Opus / 0x7375704F), 48000 Hz, stereo, fltp (default)
        At least one output file must be specified
        """;

    [Fact]
    public void A_files_header_gives_the_format_the_time_and_the_first_streams_that_are_not_a_cover()
    {
        var facts = FootageFacts.Parse(Phone);

        (facts.Format, facts.Video, facts.PixelFormat, facts.Sound).Should().Be(("mov,mp4,m4a,3gp,3g2,mj2", "h264", "yuv420p10le", "opus"));
        (facts.Duration, facts.Start).Should().Be((new TimeSpan(0, 1, 2, 3, 500), TimeSpan.FromSeconds(5.25)));
        facts.VideoTracks.Should().Equal("h264 1920x1080");
        facts.SoundTracks.Should().Equal("opus");
        (facts.PixelAspect, facts.Rotation, facts.IsHdr, facts.HasAlpha).Should().Be((null, 0, false, false));
    }

    [Fact]
    public void A_codec_without_a_decoder_has_no_pixel_format()
    {
        var facts = FootageFacts.Parse(
            "Input #0, webm, from 'x':\n  Duration: N/A, start: 0.0, bitrate: N/A\n  Stream #0:0: Video: vp9, none(tv), 320x240\n");

        (facts.Video, facts.PixelFormat, facts.Duration, facts.Sound).Should().Be(("vp9", null, null, null));
    }

    [Theory]
    [InlineData("prores (4444), yuva444p12le(tv)", "", true)]
    [InlineData("gif, bgra", "", true)]
    [InlineData("vp9 (Profile 0), yuv420p(tv)", "    Metadata:\n      alpha_mode      : 1\n", true)]
    [InlineData("vp9 (Profile 0), yuv420p(tv)", "      alpha_mode      : 0\n", false)]
    [InlineData("h264, yuv420p", "", false)]
    public void Transparency_is_known_from_the_pixel_format_or_from_the_container(string video, string more, bool expected) =>
        FootageFacts.Parse($"Input #0, x, from 'x':\n  Stream #0:0: Video: {video}, 64x64\n{more}").HasAlpha.Should().Be(expected);

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("[mov,mp4 @ 0x55] moov atom not found\nfile:x: Invalid data\n", "mov,mp4: moov atom not found; file:x: Invalid data")]
    [InlineData("[no address] x\n", "[no address] x")]
    public void A_file_that_is_not_media_has_no_format_and_its_complaint_has_no_address(string text, string complaint)
    {
        var facts = FootageFacts.Parse(text);

        (facts.Format, facts.Video, facts.Complaint).Should().Be((null, null, complaint));
    }
}
