using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class UpstreamAxisRules
{
    private static readonly Job Transcode = AxisRun.Job(subject: "synthetic-120p") with { Workload = "transcode" };

    [Fact]
    public void The_factors_of_a_published_figure_multiply_to_the_figure_measured_as_shipped()
    {
        var table = new UpstreamAxis().Read(new AxisRun()
            .Add(Transcode, Lane.Native, 1).Add(Transcode, Lane.NativeOneThread, 1.5).Add(Transcode, Lane.NativePortable, 3)
            .Add(Transcode, MatrixDesign.DefaultLane, 6).Add(Transcode, MatrixDesign.UncheckedLane, 12)
                .Add(Transcode, MatrixDesign.ShippedLane, 120).Input)!;

        var row = table.Rows.Should().ContainSingle("one of the published jobs was run").Subject;
        row.Should().HaveCount(table.Columns.Length);
        Value(row[1]).Should().Be(38.4);
        Value(row[2]).Should().Be(120);
        row[3..8].Select(Value).Should().Equal(10, 2, 2, 2, 1.5);
        row[3..8].Aggregate(1.0, (product, factor) => product * Value(factor)).Should().BeApproximately(120, 1e-6);
        row[8].Text.Should().Contain("not copied");
        table.Sentence.Show(text => text, why => why).Should().Contain("38.4").And.Contain("120");
    }

    [Fact]
    public void Start_up_is_the_share_that_copying_the_same_clip_takes()
    {
        var copy = Transcode with { Workload = "remux", Setting = EncoderSetting.Copy };
        var table = new UpstreamAxis().Read(new AxisRun().Add(Transcode, Lane.Native, 4).Add(copy, Lane.Native, 1)
            .Add(Transcode, MatrixDesign.ShippedLane, 40).Input)!;

        Value(table.Rows[0][8]).Should().Be(25);
    }

    private static double Value(AxisCell cell) => Math.Round(cell.Number!.TryGet(out var estimate) ? estimate.Value : 0, 6);
}
