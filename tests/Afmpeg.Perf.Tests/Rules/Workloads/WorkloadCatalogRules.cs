using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Rules.Workloads;

public sealed class WorkloadCatalogRules
{
    private static readonly Job[] Jobs = [.. WorkloadCatalog.Jobs(Samples.Media)];

    public static TheoryData<string> JobIds => TheoryRows.Of(Jobs.Select(job => job.Id));

    [Theory]
    [MemberData(nameof(JobIds))]
    public void A_job_renders_each_frame_once_in_one_pixel_format(string id)
    {
        var options = Job(id).Arguments(ThreadMode.All);

        options.Should().ContainInConsecutiveOrder(
            ["-fps_mode", "passthrough"], "ffmpeg would double or drop frames, and lanes would be compared over different work");
        options.Should().ContainInConsecutiveOrder(["-pix_fmt", "yuv420p"], "a build that lacks a conversion would otherwise encode another format");
    }

    [Theory]
    [MemberData(nameof(JobIds))]
    public void A_job_leaves_threads_and_paths_to_the_lanes(string id)
    {
        Job(id).Arguments(ThreadMode.All).Should().NotContain(option => option.StartsWith("-threads", StringComparison.Ordinal) || option.StartsWith('/'));
    }

    [Theory]
    [MemberData(nameof(JobIds))]
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
        WorkloadCatalog.All.Select(workload => workload.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_workload_has_a_job_of_the_quick_tier()
    {
        WorkloadCatalog.All.Select(workload => workload.Jobs(Samples.Media).Min(job => job.Tier)).Should().AllBeEquivalentTo(Tier.Quick);
    }

    private static Job Job(string id) => Jobs.Single(job => job.Id == id);
}
