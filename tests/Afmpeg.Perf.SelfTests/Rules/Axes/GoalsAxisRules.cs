using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class GoalsAxisRules
{
    private static readonly Job Transcode = AxisRun.Job(LaneCoverage.Segments, subject: "handheld-360p-10s") with { Workload = "split" };
    private static readonly Job Decode = AxisRun.Job(LaneCoverage.LeverLanes, subject: "handheld-720p") with { Workload = "decode" };
    private static readonly Lane Wasmtime = Lane.Wasm(MatrixDesign.OtherEngine, MatrixDesign.DefaultBuild);
    private static readonly GoalsAxis Axis = new();

    private readonly AxisRun run = new AxisRun().Add(Transcode, Lane.Native, 1).Add(Transcode, Lane.NativePortable, 4);

    [Theory]
    [InlineData(6.4, "yes")]
    [InlineData(6.6, "no")]
    public void A_goal_is_reached_where_the_whole_interval_is_within_it(double seconds, string verdict)
    {
        var table = run.Add(Transcode, MatrixDesign.DefaultLane, seconds).Read(Axis);

        table.Cell("verdict", MatrixDesign.DefaultLane.Name, "native").Text.Should().Be(verdict);
        table.Number("multiple", MatrixDesign.DefaultLane.Name).Value.Should().BeApproximately(seconds, 1e-9);
        table.Number("goal", MatrixDesign.DefaultLane.Name).Value.Should().Be(6.5);
    }

    [Fact]
    public void An_interval_that_contains_the_goal_decides_nothing()
    {
        run.AddUnsteady(Transcode, MatrixDesign.DefaultLane, 6.5).Read(Axis)
            .Cell("verdict", MatrixDesign.DefaultLane.Name).Text.Should().Be("cannot tell");
    }

    [Fact]
    public void One_instance_is_compared_with_native_portable()
    {
        var table = run.Add(Transcode, Wasmtime, 3.2).Add(Decode, Lane.NativePortable, 1).Add(Decode, Wasmtime, 1.2).Read(Axis);

        table.Number("multiple", "split/handheld-360p-10s", "native-portable").Value.Should().BeApproximately(0.8, 1e-9);
        table.Cell("verdict", "decode/handheld-720p").Text.Should().Be("no");
        table.Said().Should().Be("Of this project's 5 goals, 1 reached, 1 not reached, 0 too close to tell, 3 not measured.");
    }

    [Fact]
    public void Two_instances_have_no_case_on_a_machine_with_a_different_core_count()
    {
        var table = run.Add(Transcode, Wasmtime, 3.2).Read(Axis);

        table.Reason("multiple", $"{Wasmtime.Name}@segments2").Should().Be("wasmtime+O3-simd128-msa@segments2 is no case of this run, on "
            + "2 cores");
        table.Cell("verdict", $"{Wasmtime.Name}@segments2").Text.Should().Be("not measured");
    }
}
