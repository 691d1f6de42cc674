using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Comparisons;

/// <summary>Runs are compared only where they are known to have done the same work.</summary>
public sealed class ComparabilityRules
{
    private readonly RunSnapshot before = new CannedSnapshot("before").Make();

    [Fact]
    public void A_different_host_is_allowed_and_noted()
    {
        var elsewhere = before with { Host = "ba9876543210", Machine = "8 cores (another), 64 GiB, a system" };

        RunComparison.Of(before, elsewhere).Notes.Should().ContainMatch("The hosts differ: A is 0123456789ab (2 cores*), B is "
            + "ba9876543210 (8 cores*");
    }

    [Fact]
    public void Runs_that_did_different_work_are_refused_with_every_reason_at_once()
    {
        var inputs = before.Inputs!;
        var after = before with
        {
            Inputs = new(
                [inputs.Media[0] with { Digest = new string('e', 64) }],
                inputs.Jobs.SetItem(3, inputs.Jobs[3] with { Digest = new string('f', 64) })),
            Cases = [before.Cases[0] with { Id = "reel/other/libx264-veryfast/native" }],
        };

        var refused = FluentActions.Invoking(() => RunComparison.Of(before, after)).Should().Throw<PerfException>().Which;

        refused.Status.Should().Be(ExitStatus.BadUsage);
        refused.Message.Should().Contain("medium clip: its checksum is aaaaaaaaaaaa in A, eeeeeeeeeeee in B")
            .And.Contain("settings of transcode/clip-3/libx264-veryfast: the digest of its ffmpeg arguments is bbbbbbbbbbbb in A, "
                + "ffffffffffff in B")
            .And.Contain("no case in common: A has 40 such as").And.Contain("B has 1 such as reel/other");
    }

    [Theory]
    [InlineData(true, false, "media and settings: A did not keep them")]
    [InlineData(false, true, "media and settings: B did not keep them")]
    [InlineData(true, true, "media and settings: A did not keep them*media and settings: B did not keep them")]
    public void Work_that_a_run_did_not_record_may_have_been_different(bool isUnknownInA, bool isUnknownInB, string reason)
    {
        RunSnapshot Without(RunSnapshot run, bool isUnknown) => run with { Inputs = isUnknown ? null : run.Inputs };

        FluentActions.Invoking(() => RunComparison.Of(Without(before, isUnknownInA),
            Without(new CannedSnapshot("after").Make(), isUnknownInB)))
            .Should().Throw<PerfException>().WithMessage($"*not known to have done the same work*{reason}*");
    }

    [Fact]
    public void A_run_did_the_same_work_as_itself_whatever_it_recorded()
    {
        RunComparison.Of(before with { Inputs = null }, before with { Inputs = null }).HasRegressed.Should().BeFalse();
    }

    [Theory]
    [InlineData("preset", "-preset veryfast in A, -preset medium in B")]
    [InlineData("filter", "nothing in A, -vf scale=2:2 in B")]
    [InlineData("output", "out/out.mp4 in A, out/other.mp4 in B")]
    public void Settings_that_differ_are_named(string what, string told)
    {
        var job = Samples.Job();
        var changed = what switch
        {
            "preset" => job with { Setting = EncoderSetting.X264("medium") },
            "filter" => job with { Pictures = ["-vf", "scale=2:2"] },
            _ => job with { OutputFile = "other.mp4" },
        };
        InputDigest Of(Job given) => RunInputs.Of([given],
            _ => new string('a', 64)).Jobs[0] with
        { Id = "transcode/clip-3/libx264-veryfast" };
        RunSnapshot With(Job given) => before with { Inputs = before.Inputs! with { Jobs = before.Inputs.Jobs.SetItem(3, Of(given)) } };

        FluentActions.Invoking(() => RunComparison.Of(With(job), With(changed))).Should().Throw<PerfException>()
            .Which.Message.Should().Contain($"settings of transcode/clip-3/libx264-veryfast: {told}");
    }
}
