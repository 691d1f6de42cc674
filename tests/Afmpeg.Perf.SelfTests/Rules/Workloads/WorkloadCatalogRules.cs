using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Workloads;

public sealed class WorkloadCatalogRules
{
    private const int Cores = 2;

    private static readonly Job[] Jobs = [.. WorkloadCatalog.Jobs(Samples.Media, Cores)];

    public static TheoryData<string> JobIds => TheoryRows.Of(Jobs.Select(job => job.Id));

    public static TheoryData<string> DecodingJobIds =>
        TheoryRows.Of(Jobs.Where(job => job.Setting != EncoderSetting.Copy).Select(job => job.Id));

    public static TheoryData<string> EncodingJobIds =>
        TheoryRows.Of(Jobs.Where(job => job.Setting != EncoderSetting.Null).Select(job => job.Id));

    [Theory]
    [MemberData(nameof(DecodingJobIds))]
    public void A_job_renders_each_frame_once_in_one_pixel_format(string id)
    {
        var options = Job(id).Arguments(ThreadMode.All);

        options.Should().ContainInConsecutiveOrder(
            ["-fps_mode", "passthrough"], "ffmpeg would double or drop frames, and lanes would be compared over different work");
        options.Should().Contain("-pix_fmt", "a build that lacks a conversion would otherwise encode another format");
    }

    [Theory]
    [MemberData(nameof(JobIds))]
    public void A_job_leaves_threads_and_paths_to_the_lanes(string id)
    {
        Job(id).Arguments(ThreadMode.All)
            .Should().NotContain(option => option.StartsWith("-threads", StringComparison.Ordinal) || option.StartsWith('/'));
    }

    [Theory]
    [MemberData(nameof(EncodingJobIds))]
    public void A_job_encodes_with_the_setting_that_its_id_names(string id)
    {
        var job = Job(id);

        job.Id.Should().EndWith($"/{job.Setting.Key}");
        job.Arguments(ThreadMode.All).Should().ContainInConsecutiveOrder("-c:v", job.Setting.Encoder);
    }

    [Fact]
    public void Ids_are_unique()
    {
        Jobs.Select(job => job.Id).Should().OnlyHaveUniqueItems("a test row, a filter and a limit name a job by its id");
        WorkloadCatalog.All(Cores).Select(workload => workload.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_workload_except_those_over_instances_has_a_job_in_the_quick_tier()
    {
        WorkloadCatalog.All(Cores).Where(workload => workload.Jobs(Samples.Media).Min(job => job.Tier) != Tier.Quick)
            .Select(workload => workload.Name).Should().Equal("batch", "split");
    }

    [Fact]
    public void Bitrates_of_both_encoders_are_the_same_four_or_more()
    {
        var rates = Jobs.Where(job => job is { Subject: "handheld-360p", Setting.KilobitsPerSecond: not null }).ToLookup(
            job => job.Setting.Encoder, job => job.Setting.KilobitsPerSecond);

        rates["libx264"].Distinct().Should().HaveCountGreaterThanOrEqualTo(4)
            .And.BeEquivalentTo(rates["libopenh264"].Distinct(), "a BD-rate needs four points on each curve");
    }

    [Fact]
    public void Every_still_of_a_reel_lasts_whole_frames()
    {
        foreach (var job in Jobs.Where(job => job.Workload == "reel" && job.Inputs[0].Item is Still))
        {
            var stills = job.Inputs.Length - 1;
            ((job.Expected.Frames + (12 * (stills - 1))) % stills).Should().Be(0, "stills share fades of twelve frames");
        }
    }

    [Fact]
    public void A_clip_of_the_wanted_size_is_not_scaled()
    {
        Jobs.Single(job => job.Id == "transcode/handheld-720p/libx264-veryfast").Arguments(ThreadMode.All).Should().NotContain("-vf");
    }

    private static Job Job(string id) => Jobs.Single(job => job.Id == id);
}
