using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class UsedTodayPictureRules
{
    private const string Id = "beside-what-people-use";

    private static readonly Job Reference = AxisRun.Job();

    private readonly AxisRun run = new AxisRun()
        .Add(Reference, Lane.Native, 1)
        .Add(Reference, MatrixDesign.ShippedLane, 200)
        .Add(Reference, Lane.Wasm("v8", MatrixDesign.DefaultBuild), 3)
        .Add(Reference, Lane.Wasm("v8", MatrixDesign.ShippedBuild), 7)
        .Add(Reference, Lane.NativePortable, 2);

    [Fact]
    public void Native_ours_and_what_people_use_are_listed_below_each_other()
    {
        var drawn = DrawnPicture.Of(run.Add(Reference, Lane.FfmpegWasm, 20).Input.Report(), Id);

        drawn.Marks.Select(mark => mark.Split(": ")[0].Split('/')[^1]).Should()
            .Equal("native-portable", "v8+O3-simd128-msa", MatrixDesign.ShippedLane.Name, "ffmpeg.wasm");
        drawn.Picture.Alternative.Should().Contain("ffmpeg.wasm, in browsers 20.0").And.Contain("as afmpeg ships it 200");
    }

    [Fact]
    public void Anything_people_use_that_was_not_measured_is_named_with_its_reason() =>
        DrawnPicture.Of(run.AddAbsent(Reference, Lane.FfmpegWasm, "npm is not on PATH").Input.Report(), Id)
            .Picture.Alternative.Should().Contain("(npm is not on PATH)");

    [Fact]
    public void A_run_without_anything_that_people_use_has_no_such_picture() => PictureCatalog.Of(new AxisRun()
            .Add(Reference, Lane.Native, 1).Add(Reference, Lane.NativeOneThread, 1).Add(Reference, Lane.NativePortable, 2)
            .Add(Reference, MatrixDesign.DefaultLane, 3).Input.Report())
        .Should().NotContain(picture => picture.Id == Id).And.NotBeEmpty();
}
