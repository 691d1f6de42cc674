using Afmpeg.Perf.Media;

namespace Afmpeg.Perf.SelfTests.Rules.Media;

public sealed class FrameListingRules
{
    [Fact]
    public void A_video_with_sound_is_read()
    {
        var found = Parse(FrameListings.Of(90, 320, 240, 30, sound: true));

        (found.VideoFrames, found.Width, found.Height).Should().Be((90, 320, 240));
        (found.VideoStart, found.VideoEnd, found.SoundEnd).Should().Be((TimeSpan.Zero, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void A_video_without_sound_has_no_sound_end()
    {
        var found = Parse(FrameListings.Of(3, 641, 481, 10, sound: false));

        (found.SoundEnd, found.Width, found.Height).Should().Be((null, 641, 481));
        found.VideoTimes.Should().Equal(0, 0.1, 0.2);
    }

    [Fact]
    public void The_digest_covers_the_pictures_alone()
    {
        var listing = FrameListings.Of(2, 320, 240, 30, sound: true);

        Parse(FrameListings.Of(2, 320, 240, 30, sound: false)).VideoDigest.Should().Be(Parse(listing).VideoDigest);
        Parse(FrameListings.Of(2, 320, 240, 30, sound: true, picture: 'c')).VideoDigest.Should().NotBe(Parse(listing).VideoDigest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#tb 0: 1/30\n#dimensions 0: 320x240\n")]
    [InlineData("no listing at all")]
    [InlineData("#tb 0: 1/30\n#dimensions 0: 320x240\n0, 1\n")]
    [InlineData("#tb 0: 1/30\n#dimensions 0: 320x240\n0, 0, soon, 1, 1, a\n")]
    [InlineData("#tb 0: 1/30\n#dimensions 0: wide\n0, 0, 0, 1, 1, a\n")]
    [InlineData("#tb 0: 1/0\n#dimensions 0: 320x240\n0, 0, 0, 1, 1, a\n")]
    [InlineData("#tb 0: 1/30\n#dimensions 0: 320x240\n0, 0, 9223372036854775807, 1, 1, a\n")]
    public void Text_that_is_not_a_video_listing_is_not_measured(string listing)
    {
        FrameListing.Parse(listing).Reason.Should().NotBeNullOrEmpty();
    }

    private static FrameListing Parse(string listing)
    {
        FrameListing.Parse(listing).TryGet(out var found).Should().BeTrue();
        return found!;
    }
}
