using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class RatesPictureRules
{
    private const string Id = "bitrate";
    private const string Axis = "bitrate";

    // Two encoders at four rates each, and one at a single rate.
    private static readonly RunReport Report = new AxisRun()
        .AddSetting(EncoderSetting.X264("veryfast", 250), 3, 323_000, 38.7)
        .AddSetting(EncoderSetting.X264("veryfast", 500), 3.5, 632_000, 42.4)
        .AddSetting(EncoderSetting.X264("veryfast", 1000), 4, 1_235_000, 45.8)
        .AddSetting(EncoderSetting.X264("veryfast", 2000), 5, 2_452_000, 49.1)
        .AddSetting(EncoderSetting.OpenH264("medium", 250), 2.5, 322_000, 37.8)
        .AddSetting(EncoderSetting.OpenH264("medium", 500), 3, 634_000, 42)
        .AddSetting(EncoderSetting.OpenH264("medium", 1000), 3.5, 1_258_000, 45.6)
        .AddSetting(EncoderSetting.OpenH264("medium", 2000), 4, 2_495_000, 48.7)
        .AddSetting(EncoderSetting.OpenH264("high", 500), 3.2, 634_500, 42.1)
        .Input.Report();

    [Fact]
    public void Each_encoder_has_a_mark_at_each_rate()
    {
        var committed = DrawnPicture.Committed;
        var points = committed.Drawn(Axis, "got", "realtime", "psnrY");
        var (drawn, first) = (DrawnPicture.Of(committed, Id), points.GroupBy(row => row.Text("encoder")).First().MinBy(row => row.Number("got").Value)!);

        committed.Marks(Id).Should().Be(committed.Readings(Axis, (_, _) => true, "got", "realtime", "psnrY"));
        drawn.Marks.Should().HaveSameCount(points);
        drawn.Marks[0].Should().Be(
            $"{committed.CaseOf(first, $"{first.Text("encoder")}, {first.Text("asked")} kbit/s")}: {Figures.Of(first.Number("got").Value)} kbit/s, {first.Number("psnrY").Value:0.00} dB, {first.Text("realtime")} × realtime");
    }

    [Fact]
    public void The_rates_of_an_encoder_are_joined_in_their_order()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var lines = drawn.Root.Elements().Where(shape => shape.Name.LocalName == "polyline" && (string?)shape.Attribute("stroke") != "currentColor").Select(DrawnPicture.Points).ToArray();

        lines.Should().HaveCount(2, "an encoder with one rate has no line").And.OnlyContain(points => points.Length == 4);
        lines.Should().OnlyContain(points => points.Zip(points.Skip(1)).All(pair => pair.First.X < pair.Second.X && pair.First.Y > pair.Second.Y));
    }

    [Fact]
    public void A_rate_that_was_not_got_has_no_mark_but_its_reason()
    {
        var drawn = DrawnPicture.Of(Report.Without(Axis, "got", "it trapped", "libx264 veryfast", "250"), Id);

        drawn.Marks.Should().HaveCount(8);
        drawn.Picture.Alternative.Should().Contain("libx264 veryfast, 250 kbit/s: not measured (it trapped).");
    }

    [Fact]
    public void An_empty_output_has_no_place_on_a_logarithmic_axis()
    {
        var drawn = DrawnPicture.Of(Report.With(Axis, "got", AxisCell.Exact(0, "0"), "libx264 veryfast", "250"), Id);

        drawn.Marks.Should().HaveCount(8);
        drawn.Picture.Alternative.Should().Contain("libx264 veryfast, 250 kbit/s: 0 kbit/s, ");
    }

    [Fact]
    public void One_point_is_drawn_and_none_is_no_picture()
    {
        var none = Report.Without(Axis, "realtime", "it trapped");

        PictureCatalog.Of(none).Should().NotContain(picture => picture.Id == Id);
        DrawnPicture.Of(none.With(Axis, "realtime", AxisCell.Exact(2, "2"), "libx264 veryfast", "250"), Id).Marks.Should().ContainSingle();
    }
}
