using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class FfmpegWasmAxisRules
{
    private static readonly Job Reference = AxisRun.Job();
    private static readonly Lane V8 = Lane.Wasm("v8", MatrixDesign.DefaultBuild);
    private static readonly FfmpegWasmAxis Axis = new();

    private readonly AxisRun run = new AxisRun().Add(Reference, Lane.Native, 1).Add(Reference, V8, 3)
        .Add(Reference, MatrixDesign.DefaultLane, 6);

    [Fact]
    public void It_is_compared_with_ours_on_each_engine_and_the_sentence_names_the_fastest()
    {
        var table = run.Add(Reference, Lane.FfmpegWasm, 12).AddModule(MatrixDesign.DefaultBuild, 1_500_000)
            .AddModule("ffmpeg-core", 9_000_000).Read(Axis);

        table.Number("slower", V8.Name).Value.Should().BeApproximately(4, 1e-6);
        table.Number("slower", MatrixDesign.DefaultLane.Name).Value.Should().BeApproximately(2, 1e-6);
        table.Number("nativeMultiple", "ffmpeg.wasm").Value.Should().BeApproximately(12, 1e-6);
        table.Number("download", "ffmpeg.wasm").Value.Should().Be(9_000_000);
        table.Said().Should().StartWith("on transcode/handheld-360p ffmpeg.wasm takes 4.00")
            .And.EndWith("times as long as v8+O3-simd128-msa.");
    }

    [Fact]
    public void Times_that_the_rounds_cannot_tell_apart_are_about_as_long() =>
        run.AddUnsteady(Reference, Lane.FfmpegWasm, 3).Read(Axis).Said().Should().Contain("takes about as long (");
}
