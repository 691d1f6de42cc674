using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class VersionAxisRules
{
    private const string OtherPictures = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

    private static readonly Job Reference = AxisRun.Job();
    private static readonly Lane Five = MatrixDesign.DefaultLane;
    private static readonly Lane Nine = Lane.Wasm(MatrixDesign.ShippedEngine, $"{Lane.Ffmpeg9}-{MatrixDesign.DefaultBuild}");

    [Fact]
    public void FFmpeg_9_is_shown_beside_the_same_build_of_5_on_the_same_engine()
    {
        var run = Run(row => row).AddModule(Five.Build!, 100).AddModule(Nine.Build!, 110);

        var table = new VersionAxis().Read(run.Input with { Operations = [Count(Five, 200_000_000), Count(Nine, 190_000_000)] })!;

        table.Columns.Length.Should().Be(table.Rows[0].Length);
        var row = table.Rows.Single(cells => cells[1].Text == Nine.Name);
        row[0].Text.Should().Be("transcode/handheld-360p");
        row[2].Text.Should().StartWith("4.00");
        row[3].Text.Should().StartWith("4.40");
        row[4].Text.Should().StartWith("1.10");
        row.Select(cell => cell.Text).Skip(5).Should().Equal("200 B", "220 B", "200.0", "190.0", "equal", "equal");
        table.Sentence.TryGet(out var sentence).Should().BeTrue();
        sentence.Should().StartWith($"on transcode/handheld-360p ({Five.Name}), FFmpeg 9 takes 1.10 ")
            .And.EndWith("its pictures equal 5.1's on transcode/handheld-360p.");
    }

    [Fact]
    public void Native_builds_have_neither_module_nor_operations()
    {
        var table = Run(row => row).Add(Reference, Lane.NativeFfmpeg9, 0.9).Read(new VersionAxis());

        table.Rows[^1].Select(cell => cell.Text).Skip(5).Take(4).Should().AllBe("-");
        table.Rows[^1][1].Text.Should().Be(Lane.NativeFfmpeg9.Name);
    }

    [Fact]
    public void Pictures_that_differ_from_those_of_5_are_reported_and_the_reason_is_asked_for()
    {
        var table = Run(row => row with { FramesDigest = OtherPictures }).Read(new VersionAxis());

        table.Rows.Single(cells => cells[1].Text == Nine.Name)[^1].Text.Should().Be("other pictures");
        table.Rows.Single(cells => cells[1].Text == Nine.Name)[^2].Text.Should().Be("equal", "its own native build makes them too");
        table.Sentence.Should().Be(table.Sentence)
            .And.Match<Perf.Foundation.Reading<string>>(said => said.Show(text => text, why => why)
                .Contains("they differ on transcode", StringComparison.Ordinal));
        table.Notes.Should().Contain(note => note.StartsWith("transcode: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_pictures_with_a_different_byte_count_are_told_apart()
    {
        var table = Run(row => row with { OutputBytes = row.OutputBytes + 1024 }).Read(new VersionAxis());

        table.Rows.Single(cells => cells[1].Text == Nine.Name)[^1].Text.Should().Be("equal pictures, +1,024 bytes");
    }

    [Fact]
    public void A_lane_that_was_not_run_carries_its_reason()
    {
        var table = new AxisRun().AddAbsent(Reference, Nine, "gpl+ffmpeg9-O3-simd128-msa could not be built: no sid")
            .Read(new VersionAxis());

        table.Rows[0][4].Text.Should().Be($"not measured: {Five.Name} was not run");
        table.Rows[0][3].Text.Should().Contain("no sid");
        new VersionAxis().Read(new AxisRun().Add(Reference, Five, 4).Input).Should().BeNull("no case of FFmpeg 9 was planned");
    }

    // What FFmpeg 9's native build and its module make alike.
    private static AxisRun Run(Func<Measurement, Measurement> ofNine) => new AxisRun()
        .Add(Reference, Lane.Native, 1).Add(Reference, Lane.NativePortable, 2).Add(Reference, Lane.NativePortableFfmpeg9, 2, ofNine)
        .Add(Reference, Five, 4).Add(Reference, Nine, 4.4, ofNine);

    private static OperationCount Count(Lane lane, long operations) =>
        new(Reference.Id, "gpl", lane.Build!, Samples.Digest, new GuestCount(operations, 1), null);
}
