using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class FleetPictureRules
{
    private const string Fleet = "fleet";
    private const double Precision = 0.02;

    private static readonly RunReport Report = CommittedRun.Report;
    private static readonly AxisTable Table = Report.Axes.Single(table => table.Id == Fleet);
    private static readonly string Pool = $"{MatrixDesign.DefaultLane.Name}@pool";

    [Fact]
    public void Each_throughput_has_a_mark()
    {
        var drawn = DrawnPicture.Of(Report, Fleet);

        drawn.Marks.Should().HaveCount(Report.Readings(Fleet, "throughput"));
        drawn.Marks.Should().Contain(
            [$"{Pool}2: throughput {Table.Cell("throughput", $"{Pool}2").Text} ×", $"{Pool}1: throughput 1.00 ×"]);
    }

    [Fact]
    public void The_ideal_line_follows_the_instances_up_to_the_core_count()
    {
        var drawn = DrawnPicture.Of(Report, Fleet);
        var ideal = DrawnPicture.Points(drawn.Shapes("ideal: as many times").Single());

        ideal.Take(3).Select(point => point.X).Zip(drawn.BottomTicks().OrderBy(tick => tick.Key))
            .Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second.Value) < Precision);
        ideal.Select(point => point.Y).Zip((double[])[1, 2, 2, 2]).Should().OnlyContain(
            pair => Math.Abs(pair.First - drawn.Height(pair.Second)) < Precision, "this machine has two cores");
    }

    [Fact]
    public void An_interval_runs_vertically_through_its_marker()
    {
        var drawn = DrawnPicture.Of(Report, Fleet);
        var interval = DrawnPicture.Points(drawn.Shapes($"{Pool}2: throughput")[0]);
        var marker = drawn.Marker($"{Pool}2: throughput");

        interval.Should().OnlyContain(end => end.X == marker.X);
        marker.Y.Should().BeInRange(interval[1].Y, interval[0].Y)
            .And.BeApproximately(drawn.Height(Table.Number("throughput", $"{Pool}2").Value), Precision);
    }

    [Fact]
    public void A_size_that_was_not_measured_has_a_reason_instead_of_a_mark()
    {
        var drawn = DrawnPicture.Of(Report.Without(Fleet, "throughput", "it trapped", $"{Pool}2"), Fleet);

        drawn.Marks.Should().HaveCount(DrawnPicture.Of(Report, Fleet).Marks.Length - 1);
        drawn.Picture.Alternative.Should().Contain("Not measured: 2 instances (it trapped).");
    }

    [Fact]
    public void A_row_that_names_no_number_of_instances_has_no_mark() =>
        DrawnPicture.Of(Report.With(Fleet, "instances", AxisCell.Of("?"), $"{Pool}2"), Fleet).Marks
            .Should().NotContain(mark => mark.StartsWith($"{Pool}2"));

    [Fact]
    public void A_run_without_a_throughput_has_no_picture()
    {
        PictureCatalog.Of(Report.Without(Fleet, "throughput", "it trapped")).Should().NotContain(picture => picture.Id == Fleet);
        PictureCatalog.Of(Report with { Axes = [] }).Should().NotContain(picture => picture.Id == Fleet);
    }

    [Fact]
    public void Kinds_are_told_apart_by_shape_as_well_as_by_colour()
    {
        var drawn = DrawnPicture.Of(Report, Fleet);
        var kinds = drawn.Marks.Select(mark => mark.Split(": ")[0]).GroupBy(lane => lane.TrimEnd([.. "0123456789"]));

        kinds.Select(lanes => drawn.Shapes($"{lanes.First()}: ").Last())
            .Select(shape => $"{(string?)shape.Attribute("d")} {(string?)shape.Attribute("fill")}")
            .Should().HaveCountGreaterThan(1).And.OnlyHaveUniqueItems();
    }
}
