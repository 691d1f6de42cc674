using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Quality;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Quality;

public sealed class QualityMeterRules : IDisposable
{
    private const int FrameBytes = 160 * 120 * 3 / 2;

    private static readonly Job Lossy = Samples.Job() with
    {
        Pictures = ["-pix_fmt", "yuv420p"],
        Expected = new ExpectedOutput(2, 160, 120, TimeSpan.FromSeconds(1), HasSound: false, EqualsPortable: true),
    };

    private readonly TemporaryFolder temporary = new();
    private readonly WorkFolder work;
    private readonly QualityMeter meter;

    public QualityMeterRules()
    {
        // An ffmpeg that makes pictures and compares them as the rule says; it notes which of both it was asked for.
        work = WorkFolder.Create(temporary.Path);
        var ffmpeg = temporary.File("ffmpeg");
        File.WriteAllText(ffmpeg, $$"""
            #!/bin/sh
            if [ "$1" = -cpuflags ]; then
              echo render >> '{{temporary.File("asked")}}'
              for last; do :; done
              . '{{temporary.File("render")}}'
            else
              echo compare >> '{{temporary.File("asked")}}'
              . '{{temporary.File("compare")}}'
            fi

            """);
        File.SetUnixFileMode(ffmpeg, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        meter = new QualityMeter(ffmpeg, CancellationToken.None);
        Given(2);
        Answers("43.1");
    }

    private string[] Asked => File.Exists(temporary.File("asked")) ? File.ReadAllLines(temporary.File("asked")) : [];

    public void Dispose()
    {
        work.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public void A_lossy_output_has_its_quality_beside_its_other_facts()
    {
        Measure(Lossy).TryGet(out var facts).Should().BeTrue();

        facts.Should().Be(Samples.Facts with { Quality = Reading<PictureQuality>.Of(new PictureQuality(43.1, 0.98, 42)) });
    }

    [Fact]
    public void Equal_pictures_are_measured_once_and_jobs_of_the_same_pictures_share_their_reference()
    {
        Measure(Lossy, "one");
        Measure(Lossy, "one");
        Measure(Lossy, "other");
        Measure(Lossy with { Setting = EncoderSetting.X264("medium", 500) }, "third");
        Asked.Should().Equal("render", "compare", "compare", "compare");

        Measure(Lossy with { Pictures = ["-vf", "hflip", "-pix_fmt", "yuv420p"] }, "one");
        Asked.Should().EndWith(["render", "compare"]).And.HaveCount(6);
    }

    [Fact]
    public void An_output_equal_to_what_its_encoder_was_given_lost_nothing()
    {
        Answers("inf");

        QualityOf(Lossy).Reason.Should().Be(PictureQuality.NothingLost);
    }

    [Theory]
    [InlineData(1, "wrong output: it has 2 frames, and its encoder was given 1")]
    [InlineData(3, "wrong output: it has 2 frames, and its encoder was given more")]
    public void An_output_with_a_different_frame_count_from_the_encoders_input_is_wrong(int given, string why)
    {
        Given(given);

        Measure(Lossy).Reason.Should().Be(why);
        Asked.Should().Equal("render");
    }

    [Fact]
    public void A_reference_that_cannot_be_compared_or_made_gives_a_reason_and_costs_no_other_fact()
    {
        File.WriteAllText(temporary.File("compare"), "echo 'out.mp4: No such file' >&2; exit 1");
        QualityOf(Lossy).Reason.Should().Contain("cannot be compared").And.Contain("exit status 1").And.EndWith("out.mp4: No such file");

        File.WriteAllText(temporary.File("render"), "echo part > \"$last\"; echo 'No space left on device' >&2; exit 1");
        QualityOf(Lossy with { Pictures = ["-vf", "hflip", "-pix_fmt", "yuv420p"] }).Reason
            .Should().Contain("cannot be made: No space left");
        Directory.GetFiles(Path.Combine(work.Scratch, "references"))
            .Should().ContainSingle("what was cut short would be taken for the whole");
    }

    [Fact]
    public void A_job_whose_quality_is_not_measured_says_why_and_costs_nothing()
    {
        QualityOf(Lossy with { Setting = EncoderSetting.Png }).Reason.Should().Be("no picture is encoded with loss");
        QualityOf(Lossy with { Pictures = ["-pix_fmt", "yuv444p"] }).Reason.Should().Contain("the job's are yuv444p");
        QualityOf(Lossy with { Pictures = [] }).Reason.Should().Contain("the job's are of no stated format");
        QualityOf(Lossy with { Expected = Lossy.Expected with { Frames = 7282 } }).Reason.Should().StartWith(
            "quality is measured of up to 200 MiB of pictures", "7281 frames of this size still fit");
        Asked.Should().BeEmpty();
    }

    [Fact]
    public void A_reference_makes_room_for_the_next_and_is_removed_with_the_work_folder()
    {
        // 103 MiB each, of which two do not fit.
        Given(3750);
        foreach (var filter in new[] { "hflip", "vflip", "hflip" })
        {
            var job = Lossy with { Pictures = ["-vf", filter, "-pix_fmt", "yuv420p"], Expected = Lossy.Expected with { Frames = 3750 } };
            Measure(job, $"{Asked.Length}");
            Directory.GetFiles(Path.Combine(work.Scratch, "references")).Should().ContainSingle();
        }

        Asked.Where(what => what == "render").Should().HaveCount(3, "the first one had to go");
        work.Dispose();
        Directory.Exists(work.Root).Should().BeFalse();
    }

    [Fact]
    public void A_picture_of_odd_size_has_its_chroma_rounded_up()
    {
        new ReferencePictures("", "yuv420p", 641, 361).FrameSize.Should().Be(new ByteCount((641 * 361) + (2 * 321 * 181)));
        new ReferencePictures("", "yuv420p", 160, 120).FrameSize.Should().Be(new ByteCount(FrameBytes));
    }

    private void Given(int frames) => File.WriteAllText(temporary.File("render"), $"truncate -s {frames * FrameBytes} \"$last\"");

    // One line of text per frame that the job expects.
    private void Answers(string psnr) => File.WriteAllText(
        temporary.File("compare"),
        $"echo 'n:1 psnr_y:42.00 x'; echo 'n:2 psnr_y:44.50 x'; echo 'PSNR y:{psnr} u:1' >&2; echo 'SSIM Y:0.9 (1) All:0.98 (1)' >&2");

    private Reading<PictureQuality> QualityOf(Job job)
    {
        Measure(job).TryGet(out var facts).Should().BeTrue();
        return facts!.Quality;
    }

    private Reading<OutputFacts> Measure(Job job, string digest = "digest") =>
        meter.AddTo(Samples.Facts with { FramesDigest = digest == "digest" ? Samples.Digest : digest }, job, work, "out.mp4");
}
