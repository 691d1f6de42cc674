using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Workloads;

public sealed class CustomMediaWorkloadRules
{
    private static readonly Clip Large = new("mine-x", "mine-x.mkv", 90, 30, 1280, 720, HasSound: true);

    [Fact]
    public void A_clip_goes_through_every_part_of_a_transcode_a_probe_and_thumbnails()
    {
        var jobs = CustomMediaWorkload.Jobs(Large);

        jobs.Select(job => $"{job.Workload}/{job.Subject}").Should().Equal(
            "transcode/mine-x-360p", "thumbnail/mine-x-180p", "thumbnail/mine-x-288p", "scale/mine-x-360p", "decode/mine-x", "remux/mine-x",
            "probe/mine-x");
        jobs.Should().OnlyContain(job => job.LaneCoverage == LaneCoverage.NotableLanes);
        jobs.Where(job => job.Tier == Tier.Full).Select(job => job.Setting).Should().Equal(EncoderSetting.WebP);
        jobs.SelectMany(job => job.Inputs).Should().OnlyContain(input => input.Item == Large);
    }

    [Theory]
    [InlineData(1280, 720, 640, 360)]
    [InlineData(1000, 600, 600, 360)]
    [InlineData(1080, 1920, 202, 360)]
    [InlineData(16, 4000, 2, 360)]
    [InlineData(320, 240, 320, 240)]
    [InlineData(2000, 360, 2000, 360)]
    public void A_clip_is_scaled_down_to_360_lines_with_its_aspect_and_even_sides_and_never_up(
        int width, int height, int expectedWidth, int expectedHeight)
    {
        var jobs = CustomMediaWorkload.Jobs(Large with { Width = width, Height = height });

        (jobs[0].Expected.Width, jobs[0].Expected.Height, jobs[0].Subject)
            .Should().Be((expectedWidth, expectedHeight, $"mine-x-{expectedHeight}p"));
        jobs.Any(job => job.Workload == "scale").Should().Be((width, height) != (expectedWidth, expectedHeight));
    }

    [Theory]
    [InlineData(1280, 720, 512, 288)]
    [InlineData(1080, 1920, 512, 910)]
    [InlineData(512, 384, 512, 384)]
    [InlineData(4000, 16, 512, 2)]
    public void Its_WebP_is_at_most_512_pixels_across(int width, int height, int expectedWidth, int expectedHeight)
    {
        var job = CustomMediaWorkload.Jobs(Large with { Width = width, Height = height }).Single(one => one.Setting == EncoderSetting.WebP);

        (job.Expected.Width, job.Expected.Height, job.Subject).Should()
            .Be((expectedWidth, expectedHeight, $"mine-x-{expectedHeight}p"));
    }

    [Fact]
    public void A_silent_clip_has_jobs_without_sound()
    {
        var jobs = CustomMediaWorkload.Jobs(Large with { HasSound = false });

        jobs.Should().OnlyContain(job => !job.Expected.HasSound);
        jobs.SelectMany(job => job.Arguments(ThreadMode.All)).Should().NotContain("0:a:0").And.NotContain("-c:a");
        CustomMediaWorkload.Jobs(Large)[0].Arguments(ThreadMode.All).Should().Contain("0:a:0").And.Contain("aac");
    }

    [Theory]
    [InlineData(2, "0.25")]
    [InlineData(300, "74.75")]
    public void The_thumbnail_shows_the_middle_frame_and_its_time_lies_between_two_frames(int frames, string seconds) =>
        CustomMediaWorkload.Jobs(Large with { Frames = frames, FramesPerSecond = 2 })[1].Inputs[0].Options.Should().Equal("-ss", seconds);
}
