using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Quality;

namespace Afmpeg.Perf.SelfTests.Rules.Quality;

public sealed class PictureComparisonRules
{
    // As ffmpeg 5.1.9 prints them.
    private const string PerFrame = """
        n:1 mse_avg:2.25 mse_y:2.91 mse_u:0.92 mse_v:0.95 psnr_avg:44.61 psnr_y:43.49 psnr_u:48.50 psnr_v:48.37 
        n:2 mse_avg:2.34 mse_y:3.07 mse_u:0.88 mse_v:0.91 psnr_avg:44.43 psnr_y:42.26 psnr_u:48.71 psnr_v:48.53 
        n:3 mse_avg:0.00 mse_y:0.00 mse_u:0.00 mse_v:0.00 psnr_avg:inf psnr_y:inf psnr_u:inf psnr_v:inf 

        """;

    private const string Averages = """
        frame=    3 fps=0.0 q=-0.0 Lsize=N/A time=00:00:00.06 bitrate=N/A speed=0.777x    
        [Parsed_ssim_8 @ 0x55b9c5ab4640] SSIM Y:0.983269 (17.764763) U:0.989926 (19.967822) V:0.990734 (20.331058) All:0.985623 (18.423182)
        [Parsed_psnr_6 @ 0x55b9c5ab3240] PSNR y:43.078693 u:48.900661 v:48.978977 average:44.310049 min:42.798564 max:45.973922

        """;

    private const string Identical = """
        [Parsed_ssim_7 @ 0x55d76f8735c0] SSIM Y:1.000000 (inf) U:1.000000 (inf) V:1.000000 (inf) All:1.000000 (inf)
        [Parsed_psnr_6 @ 0x55d76f870e40] PSNR y:inf u:inf v:inf average:inf min:inf max:inf
        """;

    [Fact]
    public void The_averages_are_ffmpegs_own_and_the_lowest_is_the_worst_frames() =>
        PictureComparison.Parse(PerFrame, Averages, 3)
            .Should().Be(Reading<PictureQuality>.Of(new PictureQuality(43.078693, 0.985623, 42.26)));

    [Fact]
    public void Identical_pictures_lost_nothing_and_have_no_infinite_reading() =>
        PictureComparison.Parse(PerFrame, Identical, 3).Reason.Should().Be(PictureQuality.NothingLost);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_different_number_of_frames_gives_no_quality(int frames) =>
        PictureComparison.Parse(PerFrame, Averages, frames).Reason.Should().Be($"ffmpeg compared 3 frames, expected {frames}");

    [Theory]
    [InlineData("", Averages)]
    [InlineData(PerFrame, "")]
    [InlineData(PerFrame, "PSNR y:43.1")]
    [InlineData(PerFrame, "SSIM Y:0.98 (17.7) All:0.98 (18.4)")]
    [InlineData(PerFrame, "PSNR y: u:1\nSSIM Y:0.98 All:0.98")]
    [InlineData(PerFrame, "PSNR y:nan u:1\nSSIM Y:0.98 All:0.98")]
    [InlineData(PerFrame, "PSNR y:43.1 u:1\nSSIM Y:0.98 All:inf")]
    [InlineData("n:1 mse_y:2 psnr_y:x psnr_u:1\nn:2 psnr_y:1\nn:3 psnr_y:1", Averages)]
    [InlineData("n:1 mse_y:2\nn:2 psnr_y:1\nn:3 psnr_y:1", Averages)]
    public void An_unreadable_answer_gives_no_quality_and_no_crash(string perFrame, string averages) =>
        PictureComparison.Parse(perFrame, averages, 3).Reason.Should().ContainAny("cannot be read", "compared 0 frames");

    [Fact]
    public void Frames_are_paired_by_index_and_none_is_converted_dropped_or_duplicated()
    {
        var arguments = string.Join(' ', PictureComparison.Arguments("out.mp4", new ReferencePictures("r.yuv", "yuv420p", 640, 360)));

        arguments.Should().Contain("-noauto_conversion_filters").And.Contain("-fps_mode passthrough")
            .And.Contain("-i out.mp4 -f rawvideo -pixel_format yuv420p -video_size 640x360 -i r.yuv");
        arguments.Split("setpts=N,").Should().HaveCount(3, "both inputs get the same times");
    }
}
