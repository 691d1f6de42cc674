using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Summaries;

public sealed class NoisePairRules
{
    private static readonly Job Once = Samples.Job("once") with { LaneCoverage = LaneCoverage.Once };
    private static readonly Job Narrow = Samples.Job("narrow") with { LaneCoverage = LaneCoverage.DefaultLane };
    private static readonly Job Reference = Samples.Job("reference");

    [Fact]
    public void The_pair_is_native_under_two_names_on_the_reference_job()
    {
        var pair = NoisePair.Of([Native(Narrow), Native(Reference), new BenchmarkCase(Reference, Samples.Wasm)]);

        pair.Select(twin => twin.Id).Should()
            .Equal("noise/reference/libx264-veryfast/native-a", "noise/reference/libx264-veryfast/native-b");
        pair.Should().OnlyContain(twin => !twin.Lane.IsWasm && twin.Lane.UsesAllThreads, "each of the twins is native");
    }

    [Fact]
    public void Without_a_reference_job_the_largest_repeated_job_is_used()
    {
        var larger = Narrow with { Subject = "larger", Expected = Narrow.Expected with { Width = 640, Height = 480 } };
        var longer = Narrow with { Subject = "longer", Expected = Narrow.Expected with { Frames = 900 } };
        var largest = Once with { Expected = longer.Expected with { Frames = 90_000 } };

        NoisePair.Of([Native(largest), Native(Narrow)]).Should().OnlyContain(twin => twin.Job.Subject == "narrow").And.HaveCount(2);
        NoisePair.Of([Native(Narrow), Native(longer), Native(larger)]).Should()
            .OnlyContain(twin => twin.Job.Subject == "larger", "a short job has noise that a long one has not");
    }

    [Fact]
    public void If_nothing_is_repeated_natively_there_is_no_pair()
    {
        NoisePair.Of([]).Should().BeEmpty();
        NoisePair.Of([Native(Once)]).Should().BeEmpty();
        NoisePair.Of([new BenchmarkCase(Reference, Samples.Wasm)]).Should().BeEmpty("the job was not planned natively");
    }

    [Fact]
    public void The_leading_rounds_are_enough_for_a_floor()
    {
        NoisePair.LeadingRounds.Should().BeGreaterThanOrEqualTo(Perf.Statistics.SignedRankLooks.Fewest);
    }

    private static BenchmarkCase Native(Job job) => new(job, Lane.Native);
}
