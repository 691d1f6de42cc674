using System.Text.Json;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

public sealed class LanePlanRules
{
    [Fact]
    public void A_job_is_one_command()
    {
        var job = Samples.Job();

        var plan = Of(job, Samples.Wasm);

        plan.OnlyCommand!.Value.Should().Equal(job.Arguments(ThreadMode.One));
        (plan.AtOnce, plan.Texts.Count).Should().Be((1, 0));
    }

    [Theory]
    [InlineData(LaneMode.Fleet, 2)]
    [InlineData(LaneMode.Pool, 4)]
    public void A_batch_is_one_stage_of_its_copies_with_as_many_at_once_as_there_are_instances(LaneMode mode, int instances)
    {
        var batch = Samples.Job() with { Copies = 3 };

        var plan = Of(batch, Samples.Wasm.Over(mode, instances));

        plan.AtOnce.Should().Be(instances);
        plan.OnlyCommand.Should().BeNull();
        plan.Stages.Should().ContainSingle().Which.Select(command => command[^1])
            .Should().Equal("out/1-out.mp4", "out/2-out.mp4", "out/3-out.mp4");
        Of(batch, Lane.Native).AtOnce.Should().Be(1, "one instance runs one after the other");
    }

    [Fact]
    public void A_job_in_segments_runs_its_parts_and_then_joins_them()
    {
        var plan = Of(Samples.Job(), Samples.Wasm.Over(LaneMode.Segments, 2));

        plan.Stages.Select(stage => string.Join(' ', stage.Select(command => command[^1]))).Should().Equal(
            "out/sound.mp4 out/part-1.mp4 out/part-2.mp4", "out/out.mp4");
        plan.Texts.Should().ContainKey("parts.txt");
        plan.AtOnce.Should().Be(2);
        LanePlan.Of(Samples.Job() with { Copies = 2 }, Samples.Wasm.Over(LaneMode.Segments, 2), ThreadMode.One).Reason
            .Should().Contain("batch");
    }

    [Fact]
    public void A_worker_reads_how_many_run_at_once_and_the_commands_by_stage()
    {
        var plan = new LanePlan(2, [[["-i", "a b"], ["\"'"]], [["join"]]], ImmutableSortedDictionary<string, string>.Empty);

        using var read = JsonDocument.Parse(plan.ToJson());

        read.RootElement.EnumerateObject().Select(member => member.Name).Should().Equal("atOnce", "stages");
        read.RootElement.GetProperty("atOnce").GetInt32().Should().Be(2);
        read.RootElement.GetProperty("stages").Deserialize<string[][][]>().Should().BeEquivalentTo(
            new string[][][] { [["-i", "a b"], ["\"'"]], [["join"]] }, options => options.WithStrictOrdering());
    }

    private static LanePlan Of(Job job, Lane lane)
    {
        var plan = LanePlan.Of(job, lane, ThreadMode.One);
        plan.TryGet(out var found).Should().BeTrue(plan.Reason);
        return found!;
    }
}
