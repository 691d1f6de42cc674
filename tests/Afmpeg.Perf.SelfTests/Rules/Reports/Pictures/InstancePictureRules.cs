using System.Globalization;
using System.Xml.Linq;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class InstancePictureRules
{
    private const string Fleet = "fleet";
    private const string Segments = "segments";
    private const double Precision = 0.001;

    private static readonly RunReport Report = DrawnPicture.Committed;
    private static readonly string Pool = $"{MatrixDesign.DefaultLane.Name}@pool";
    private static readonly string Batch = JobId(LaneCoverage.Fleet, $"{Pool}2");

    [Fact]
    public void A_fleet_has_a_mark_for_throughput_and_one_for_efficiency_at_each_size()
    {
        var drawn = DrawnPicture.Of(Report, Fleet);

        drawn.Marks.Should().HaveCount(
            Report.Readings(Fleet, (_, _) => true, "throughput") + Report.Readings(Fleet, (_, _) => true, "coreEfficiency"));
        drawn.Marks.Should().Contain(
        [
            $"{Batch}/{Pool}2: throughput {Table(Fleet).Cell("throughput", $"{Pool}2").Text} ×",
            $"{Batch}/{Pool}2: per core {Table(Fleet).Cell("coreEfficiency", $"{Pool}2").Text} %",
            $"{Batch}/{Pool}1: throughput 1.00 ×",
        ]);
    }

    [Fact]
    public void A_split_job_has_marks_for_gain_efficiency_and_multiple()
    {
        var drawn = DrawnPicture.Of(Report, Segments);
        var lane = MatrixDesign.DefaultLane.Over(LaneMode.Segments, Report.Host.Cores).Name;
        var perCore = Table(Segments).Number("gain", lane).Map(times => 100 * times / Report.Host.Cores);
        static bool IsModule(AxisTable table, System.Collections.Immutable.ImmutableArray<AxisCell> row) => table.Text(row, "lane") != "native";

        drawn.Marks.Should().HaveCount((2 * Report.Readings(Segments, IsModule, "gain")) + Report.Readings(Segments, IsModule, "nativeMultiple"));
        drawn.Marks.Should().Contain($"{JobId(LaneCoverage.Segments, lane)}/{lane}: per core {perCore} %");
        drawn.Picture.Alternative.Should().NotContain("baseline", "one instance is no absent reading of its own gain");
    }

    [Fact]
    public void What_would_be_ideal_follows_the_instances_up_to_the_cores()
    {
        var drawn = DrawnPicture.Of(Report, Fleet);
        var line = DrawnPicture.Points(drawn.Shapes("ideal: as many times").Single());
        var across = drawn.BottomTicks();

        line.Take(3).Select(point => point.X).Zip(across.OrderBy(tick => tick.Key)).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second.Value) < Precision);
        line[1].Y.Should().BeLessThan(line[0].Y);
        line.Skip(1).Select(point => point.Y).Distinct().Should().ContainSingle("this machine has two cores");
        drawn.Texts.Where(text => text == "ideal").Should().HaveCount(2);
    }

    [Fact]
    public void The_goal_of_a_split_lies_halfway_between_one_and_three()
    {
        var drawn = DrawnPicture.Of(Report, Segments);
        double Height(string title) => DrawnPicture.Points(drawn.Shapes(title).Single())[0].Y;
        var zero = drawn.Root.Descendants().Where(text => text.Value == "0").Max(text => DrawnPicture.At(text).Y);

        drawn.Guides.Should().Contain(["native: 1", "the goal: at most 2"]);
        (zero - Height("the goal")).Should().BeApproximately(2 * (zero - Height("native")), Precision);
    }

    [Fact]
    public void An_interval_stands_upright_with_its_upper_end_above_its_lower()
    {
        var drawn = DrawnPicture.Of(Report, Fleet);
        var whisker = DrawnPicture.Points(drawn.Shapes($"{Batch}/{Pool}2: throughput").First());

        whisker[0].X.Should().Be(whisker[1].X);
        whisker[0].Y.Should().BeGreaterThan(whisker[1].Y);
    }

    [Fact]
    public void A_size_that_was_not_measured_has_no_mark_but_its_reason()
    {
        var drawn = DrawnPicture.Of(Report.Without(Fleet, "throughput", "it trapped", $"{Pool}2"), Fleet);

        drawn.Marks.Should().HaveCount(DrawnPicture.Of(Report, Fleet).Marks.Length - 1);
        drawn.Picture.Alternative.Should().Contain(
            $"{Pool}: 1 instance 1.00; 4 instances {Table(Fleet).Cell("throughput", $"{Pool}4").Text}. Not measured: 2 instances (it trapped).");
    }

    [Fact]
    public void A_row_that_names_no_number_of_instances_has_no_place()
    {
        DrawnPicture.Of(Report.With(Fleet, "instances", AxisCell.Of("?"), $"{Pool}2"), Fleet).Marks
            .Should().HaveCount(DrawnPicture.Of(Report, Fleet).Marks.Length - 2, "it had one for throughput and one for efficiency");
    }

    [Fact]
    public void One_reading_is_drawn_and_none_is_no_picture()
    {
        var none = Report.Without(Fleet, "throughput", "it trapped").Without(Fleet, "coreEfficiency", "it trapped");

        PictureCatalog.Of(none).Should().NotContain(picture => picture.Id == Fleet);
        PictureCatalog.Of(Report with { Axes = [] }).Should().NotContain(picture => picture.Id == Fleet || picture.Id == Segments);
        DrawnPicture.Of(none.With(Fleet, "throughput", AxisCell.Exact(1, "1"), $"{Pool}1"), Fleet).Marks.Should().ContainSingle();
    }

    [Fact]
    public void Kinds_are_told_apart_by_shape_as_well_as_by_colour()
    {
        var drawn = DrawnPicture.Of(Report, Fleet);
        var table = Table(Fleet);
        var lanes = table.Rows.Select(row => table.Text(row, "lane")).Where(lane => table.Cell("throughput", lane).Number is { Reason: null })
            .DistinctBy(lane => lane.TrimEnd([.. "0123456789"]));

        lanes.Select(lane => Look(drawn.Shapes($"{Batch}/{lane}: throughput").Last())).Should().HaveCountGreaterThan(1).And.OnlyHaveUniqueItems();
    }

    // After the fourth kind the shapes come again, hollow.
    private static string Look(XElement shape) =>
        $"{shape.Name.LocalName} {shape.Attribute("points")?.Value.Split(' ').Length.ToString(CultureInfo.InvariantCulture)} {(string?)shape.Attribute("fill") == "none"}";

    private static AxisTable Table(string axis) => Report.Axes.Single(table => table.Id == axis);

    private static string JobId(LaneCoverage breadth, string lane) =>
        Report.Cases.First(summary => summary.Case.Job.LaneCoverage == breadth && summary.Case.Lane.Name == lane).Case.Job.Id;
}
