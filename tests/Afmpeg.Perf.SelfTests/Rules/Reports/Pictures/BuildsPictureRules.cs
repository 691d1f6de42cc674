using System.Globalization;
using System.Xml.Linq;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class BuildsPictureRules
{
    private const string Id = "module-build";
    private const string Axis = "module-build";
    private const string Shipped = MatrixDesign.ShippedBuild;

    private static readonly RunReport Report = DrawnPicture.Committed;
    private static readonly AxisTable Table = Report.Axes.Single(table => table.Id == Axis);
    private static readonly string Fastest = Table.Rows.Select(row => Table.Text(row, "build"))
        .MaxBy(build => Table.Cell("speed", build).Number is { } speed && speed.TryGet(out var times) ? times.Value : 0)!;

    [Fact]
    public void Each_build_that_was_weighed_and_timed_is_a_mark()
    {
        var drawn = DrawnPicture.Of(Report, Id);

        drawn.Marks.Should().HaveCount(Report.Readings(Axis, (_, _) => true, "brotliBytes", "speed"));
        var kibibytes = Figures.Of(Table.Number("brotliBytes", Fastest).Value / 1024);
        var speed = Table.Cell("speed", Fastest).Text;
        drawn.Marks[0].Should().Be($"{FastestCase()}: {kibibytes} KiB, {speed} × {Shipped}");
        drawn.Texts.Should().ContainInOrder(Fastest, speed, Shipped, "1.00", "-");
    }

    [Fact]
    public void The_key_says_from_the_fastest_build_on_after_how_long_each_pays()
    {
        var run = Made("O3").AddUnsteady(AxisRun.Job(), Lane.Wasm(MatrixDesign.ShippedEngine, "Oz"), 4.1)
            .AddModule(Shipped, 1_250_000).AddModule("O3", 1_875_000).AddModule("Oz", 1_240_000);
        var drawn = DrawnPicture.Of(run.Input.Report(), Id);

        drawn.Marks.Should().HaveCount(3);
        drawn.Marks[0].Should().Be($"{AxisRun.Job().Id}/{MatrixDesign.ShippedEngine}+O3: 1831 KiB, 2.00 × {Shipped}");
        drawn.Texts.Should().ContainInOrder("O3", "2.00", "1.00 s", Shipped, "1.00", "-", "Oz", "left open");
    }

    [Fact]
    public void A_build_that_pays_after_a_second_lies_on_the_curve_of_a_second()
    {
        // Half a second more at 10 Mbit/s; at twice the speed a second of encoding saves as much.
        var drawn = DrawnPicture.Of(Made("O3").AddModule(Shipped, 1_250_000).AddModule("O3", 1_875_000).Input.Report(), Id);
        var marker = drawn.Shapes($"{AxisRun.Job().Id}/{MatrixDesign.ShippedEngine}+O3:").Last();
        var (x, y) = (Number(marker, "x") + (Number(marker, "width") / 2), Number(marker, "y") + (Number(marker, "height") / 2));
        var curve = DrawnPicture.Points(drawn.Shapes("pays after 1 s of encoding by Oz-shipped, at 10 Mbit/s").Single());
        var (before, after) = (curve.Last(point => point.X <= x), curve.First(point => point.X >= x));

        y.Should().BeInRange(Math.Min(before.Y, after.Y) - 1, Math.Max(before.Y, after.Y) + 1);
        (x - before.X).Should().BeLessThan(5);
    }

    [Fact]
    public void The_interval_stands_upright_through_the_marker()
    {
        var shapes = DrawnPicture.Of(Report, Id).Shapes($"{FastestCase()}:");
        var (low, high) = (DrawnPicture.Points(shapes[0])[0], DrawnPicture.Points(shapes[0])[1]);

        low.X.Should().Be(high.X);
        low.Y.Should().BeGreaterThan(Number(shapes[1], "y") + (Number(shapes[1], "height") / 2)).And.BeGreaterThan(high.Y);
    }

    [Fact]
    public void A_build_that_was_not_weighed_has_no_mark_but_its_reason()
    {
        var drawn = DrawnPicture.Of(Made("O3").AddModule(Shipped, 1_250_000).Input.Report(), Id);

        drawn.Marks.Should().ContainSingle().Which.Should().EndWith("1.00 × Oz-shipped");
        drawn.Guides.Should().BeEmpty("nothing pays for anything");
        drawn.Picture.Alternative.Should().Contain("O3: not measured (gpl+O3 was not at hand to be weighed).");
    }

    [Fact]
    public void A_run_without_builds_has_none()
    {
        PictureCatalog.Of(Made("O3").Input.Report()).Should().NotContain(picture => picture.Id == Id);
        PictureCatalog.Of(Report with { Axes = [] }).Should().NotContain(picture => picture.Id == Id);
    }

    private static AxisRun Made(string build) => new AxisRun().Add(AxisRun.Job(), Lane.Native, 1)
        .Add(AxisRun.Job(), Lane.Wasm(MatrixDesign.ShippedEngine, Shipped), 4)
        .Add(AxisRun.Job(), Lane.Wasm(MatrixDesign.ShippedEngine, build), 2);

    private static string FastestCase() => Report.Cases.First(summary =>
        summary.Case.Job.LaneCoverage == LaneCoverage.EveryLane && summary.Case.Lane.Name == Lane.Wasm(MatrixDesign.ShippedEngine, Fastest).Name).Case.Id;

    private static double Number(XElement shape, string name) => double.Parse((string)shape.Attribute(name)!, CultureInfo.InvariantCulture);
}
