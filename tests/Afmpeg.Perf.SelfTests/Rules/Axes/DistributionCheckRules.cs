using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class DistributionCheckRules
{
    private static readonly Job Reference = AxisRun.Job();
    private static readonly DistributionCheck Axis = new();

    private readonly AxisRun run = new AxisRun().Add(Reference, Lane.Native, 2);

    [Theory]
    [InlineData(0.91, "yes", "within 10 %, so that")]
    [InlineData(1.09, "yes", "within 10 %, so that")]
    [InlineData(0.89, "no", "beyond 10 %, so that")]
    [InlineData(1.11, "no", "beyond 10 %, so that")]
    public void Ten_percent_to_either_side_is_the_bound(double ratio, string verdict, string said)
    {
        var table = run.Add(Reference, Lane.Distribution, 2 * ratio).Read(Axis);

        table.Cell("verdict", Reference.Id).Text.Should().Be(verdict);
        table.Said().Should().Contain(said);
    }

    [Fact]
    public void An_interval_across_the_bound_decides_nothing()
    {
        var table = run.AddUnsteady(Reference, Lane.Distribution, 2.2).Read(Axis);

        table.Cell("verdict", Reference.Id).Text.Should().Be("undecided");
        table.Said().Should().EndWith("whether that is within 10 % is open, and more rounds decide it.");
    }

    [Fact]
    public void Frames_that_differ_point_to_the_encoder_and_equal_ones_to_the_compiler()
    {
        new AxisRun().Add(Reference, Lane.Native, 2).Add(Reference, Lane.Distribution, 4).Read(Axis).Said()
            .Should().Contain("both made the same frames");
        run.Add(Reference, Lane.Distribution, 4, row => row with { FramesDigest = new string('b', 64) })
            .Read(Axis).Said().Should().Contain("another version of the encoder may explain it");
    }
}
