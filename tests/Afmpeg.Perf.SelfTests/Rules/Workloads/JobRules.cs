using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Workloads;

public sealed class JobRules
{
    private static readonly Job TwoInputs = Samples.Job() with
    {
        Inputs =
        [
            new JobInput(["-ss", "1"], Samples.Clip),
            new JobInput([], new Still("photo", "photo.jpg", 4000, 3000)),
        ],
    };

    [Fact]
    public void With_all_threads_ffmpeg_chooses_for_itself()
    {
        string.Join(' ', TwoInputs.Arguments(ThreadMode.All)).Should().Be(
            "-hide_banner -nostdin -nostats -loglevel error -y"
            + " -ss 1 -i media/synthetic-240p.mkv -i media/photo.jpg"
            + " -c:v libx264 -preset veryfast -crf 23 out/out.mp4");
    }

    [Fact]
    public void With_one_thread_every_decoder_filter_and_encoder_gets_the_option()
    {
        string.Join(' ', TwoInputs.Arguments(ThreadMode.One)).Should().Be(
            "-hide_banner -nostdin -nostats -loglevel error -y -filter_threads 1 -filter_complex_threads 1"
            + " -threads 1 -ss 1 -i media/synthetic-240p.mkv -threads 1 -i media/photo.jpg"
            + " -threads 1 -c:v libx264 -preset veryfast -crf 23 out/out.mp4");
    }

    [Fact]
    public void The_lossless_job_is_the_same_job_without_the_encoder_in_the_encoders_pixel_format()
    {
        var job = TwoInputs with { Pictures = ["-vf", "hflip", "-pix_fmt", "yuv420p"], Container = ["-c:a", "aac"], Copies = 3 };

        string.Join(' ', job.Lossless().Arguments(ThreadMode.All)).Should().EndWith(
            " -vf hflip -pix_fmt yuv420p -c:v rawvideo -an -pix_fmt yuv420p -f rawvideo out/lossless.yuv");
        string.Join(' ', (job with { Setting = EncoderSetting.Jpeg }).Lossless().Arguments(ThreadMode.All)).Should().EndWith(
            " -an -pix_fmt yuvj420p -f rawvideo out/lossless.yuv", "ffmpeg gives its JPEG encoder the full range, whatever was asked for");
    }

    [Theory]
    [InlineData("-pix_fmt yuv420p", "yuv420p")]
    [InlineData("-pix_fmt rgb24 -pix_fmt yuv420p", "yuv420p")]
    [InlineData("-an", null)]
    [InlineData("-pix_fmt", null)]
    public void A_jobs_pixel_format_is_the_last_one_it_names(string pictures, string? format)
    {
        (TwoInputs with { Pictures = [.. pictures.Split(' ')] }).PixelFormat.Should().Be(format);
    }

    [Fact]
    public void The_thread_mode_changes_nothing_else()
    {
        var one = TwoInputs.Arguments(ThreadMode.One).ToList();
        foreach (var option in new[] { "-filter_threads", "-filter_complex_threads", "-threads", "-threads", "-threads" })
        {
            one.RemoveRange(one.IndexOf(option), 2);
        }

        one.Should().Equal(TwoInputs.Arguments(ThreadMode.All));
    }

    [Fact]
    public void An_id_names_workload_subject_encoder_and_effort()
    {
        Samples.Job("screencast-360p").Id.Should().Be("transcode/screencast-360p/libx264-veryfast");
    }
}
