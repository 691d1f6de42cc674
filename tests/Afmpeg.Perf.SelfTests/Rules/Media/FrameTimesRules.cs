using Afmpeg.Perf.Media;

namespace Afmpeg.Perf.SelfTests.Rules.Media;

public sealed class FrameTimesRules
{
    [Theory]
    [InlineData(30, 30, 1)]
    [InlineData(29.97, 30_000, 1001)]
    [InlineData(23.976, 24_000, 1001)]
    [InlineData(59.94, 60_000, 1001)]
    [InlineData(17.2, 17_200, 1000)]
    [InlineData(0.2, 1000, 1000)]
    [InlineData(1000, 120, 1)]
    public void A_constant_rate_becomes_the_usual_one_nearby_even_if_times_are_rounded_to_milliseconds(
        double framesPerSecond, int numerator, int denominator)
    {
        var times = new FrameTimes([.. Enumerable.Range(0, 200).Select(frame => Math.Round(5 + (frame / framesPerSecond), 3))]);

        times.Rate.Should().Be((numerator, denominator));
        times.IsConstant.Should().BeTrue();
        times.Length.Should().BeApproximately(200 / framesPerSecond, 0.006);
    }

    [Fact]
    public void A_variable_rate_is_reported_and_its_mean_is_taken()
    {
        var times = new FrameTimes([0, 0.04, 0.08, 0.28, 0.32]);

        times.IsConstant.Should().BeFalse();
        times.Rate.Should().Be((12_500, 1000));
    }

    [Theory]
    [InlineData(75, 1)]
    [InlineData(200, 3)]
    public void A_few_frames_that_stay_longer_leave_the_rate_as_it_is(int frames, int longer)
    {
        // As the muxer for .avi and B-frames make it: the first gaps are twice as long.
        var times = new FrameTimes([.. Enumerable.Range(0, frames).Select(frame => (frame + Math.Min(frame, longer)) * 0.04)]);

        (times.IsConstant, times.UnusualFrames, times.Rate).Should().Be((true, longer, (25, 1)));
        times.Length.Should().BeApproximately((frames + longer) * 0.04, 1e-6);
    }

    [Fact]
    public void More_than_one_odd_gap_in_twenty_makes_the_rate_variable()
    {
        var times = new FrameTimes([0, .. Enumerable.Range(2, 19).Select(frame => frame * 0.04)]);

        (times.IsConstant, times.UnusualFrames).Should().Be((false, 1));
        new FrameTimes([0, 0.04]).Rate.Should().Be((25, 1), "two frames have one gap");
    }

    [Fact]
    public void A_single_frame_has_a_rate_too()
    {
        new FrameTimes([3]).Rate.Should().Be((25, 1));
        new FrameTimes([3, 3]).Rate.Should().Be((25, 1), "two frames at one time");
        new FrameTimes([3]).IsConstant.Should().BeTrue();
    }
}
