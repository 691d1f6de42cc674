using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Workloads;

public sealed class SegmentPlanRules
{
    [Theory]
    [InlineData(90, 2)]
    [InlineData(91, 2)]
    [InlineData(241, 7)]
    [InlineData(3, 8)]
    [InlineData(1, 1)]
    public void The_parts_cover_all_frames_of_the_clip_and_each_begins_where_the_last_ended(int frames, int instances)
    {
        var parts = Pictures(Of(Job(frames, 20), instances));

        var counts = parts.Select(Frames).ToArray();
        counts.Sum().Should().Be(frames);
        counts.Should().OnlyContain(count => count > 0);
        var starts = counts.Select((_, index) => counts.Take(index).Sum());
        parts.Select(part => string.Join(' ', part.Inputs[0].Options)).Should().Equal(
            starts.Select(start => start == 0 ? "" : $"-ss {start * 50}ms"));
    }

    [Theory]
    [InlineData(30, 70, "2333ms")]
    [InlineData(30, 65, "2167ms")]
    [InlineData(30000 / 1001.0, 76, "2536ms")]
    // Half-way between two milliseconds, at 500.5 ms: late would lose the frame.
    [InlineData(30000 / 1001.0, 15, "500ms")]
    public void A_part_is_sought_at_the_millisecond_that_an_mkv_gives_its_first_frame(double framesPerSecond, int seam, string time)
    {
        var job = Enumerable.Range(seam + 1, 3 * seam).Select(frames => Job(frames, framesPerSecond))
            .First(sample => Pictures(Of(sample, 2)) is [var first, _] && Frames(first) == seam);

        Of(job, 2).Parts[^1].Inputs[0].Options.Should().Equal("-ss", time);
    }

    [Fact]
    public void Parts_keep_the_jobs_filters_and_encoder_and_have_no_sound()
    {
        var job = Job(90, 30) with { Pictures = ["-vf", "scale=640:360"], Container = ["-c:a", "aac"] };

        foreach (var part in Of(job, 2).Parts.Skip(1))
        {
            (part.Pictures, part.Setting, part.Inputs[0].Item).Should().Be((job.Pictures, job.Setting, job.Inputs[0].Item));
            part.Container.Should().Contain("-an");
        }
    }

    [Fact]
    public void The_sound_is_encoded_once_and_copied_with_the_pictures()
    {
        var plan = Of(Job(90, 30), 2);

        plan.Parts[0].Arguments(ThreadMode.One).Should().Contain("-vn").And.NotContain("-c:v").And.EndWith("out/sound.mp4");
        string.Join(' ', plan.Join).Should().Contain("-f concat -i out/parts.txt -i out/sound.mp4 -map 0:v:0 -map 1:a:0")
            .And.EndWith("-c:v copy -c:a copy out/out.mp4");
    }

    [Fact]
    public void A_job_without_sound_joins_pictures_alone()
    {
        var job = Job(90, 30);

        var plan = Of(job with { Expected = job.Expected with { HasSound = false } }, 2);

        plan.Parts.Should().HaveCount(2);
        plan.Join.Should().NotContain("out/sound.mp4").And.NotContain("1:a:0");
    }

    [Fact]
    public void The_list_names_each_part_with_its_own_length()
    {
        Of(Job(120, 30), 2).List
            .Should().Be("ffconcat version 1.0\nfile part-1.mp4\nduration 2.000000\nfile part-2.mp4\nduration 2.000000\n");
    }

    [Fact]
    public void A_job_that_cannot_be_split_says_why()
    {
        var job = Job(90, 30);

        Reason(job with { Copies = 2 }).Should().Contain("batch");
        Reason(job with { OutputFile = null }).Should().Contain("thrown away");
        Reason(job with { Setting = EncoderSetting.Copy }).Should().Contain("encodes no video");
        Reason(job with { Inputs = [.. job.Inputs, .. job.Inputs] }).Should().Contain("one whole clip");
        Reason(job with { Inputs = [] }).Should().Contain("one whole clip");
        Reason(job with { Inputs = [job.Inputs[0] with { Options = ["-loop", "1"] }] }).Should().Contain("one whole clip");
        Reason(job with { Expected = job.Expected with { Frames = 45 } }).Should().Contain("one frame of each");
    }

    private static Job[] Pictures(SegmentPlan plan) =>
        [.. plan.Parts.Where(part => part.OutputFile!.StartsWith("part-", StringComparison.Ordinal))];

    private static int Frames(Job part) => int.Parse(part.Container[^1]);

    private static string? Reason(Job job) => SegmentPlan.Of(job, 2).Reason;

    private static SegmentPlan Of(Job job, int instances)
    {
        var plan = SegmentPlan.Of(job, instances);
        plan.TryGet(out var found).Should().BeTrue(plan.Reason);
        return found!;
    }

    private static Job Job(int frames, double framesPerSecond)
    {
        var job = Samples.Job();
        return job with
        {
            Inputs = [new JobInput([], Samples.Clip with { Frames = frames, FramesPerSecond = framesPerSecond })],
            Expected = job.Expected with { Frames = frames },
        };
    }
}
