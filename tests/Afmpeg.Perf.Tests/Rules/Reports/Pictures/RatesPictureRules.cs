using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Tests.Rules.Reports.Pictures;

public sealed class RatesPictureRules
{
    private const string Id = "bitrate";
    private const string Axis = "bitrate";

    private static readonly RunReport Report = DrawnPicture.Committed;

    [Fact]
    public void Each_encoder_has_a_mark_at_each_rate()
    {
        var drawn = DrawnPicture.Of(Report, Id);

        drawn.Marks.Should().HaveCount(Report.Readings(Axis, (_, _) => true, "got", "realtime", "psnrY")).And.HaveCount(10);
        drawn.Marks[0].Should().Be("transcode/handheld-360p/libx264-veryfast-250k/wazero+O3-simd128-msa: 259 kbit/s, 38.68 dB, 3.36 [3.29, 3.38] × realtime");
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

        drawn.Marks.Should().HaveCount(9);
        drawn.Picture.Alternative.Should().Contain("libx264 veryfast, 250 kbit/s: not measured (it trapped).");
    }

    [Fact]
    public void An_empty_output_has_no_place_on_a_logarithmic_axis()
    {
        var drawn = DrawnPicture.Of(Report.With(Axis, "got", AxisCell.Exact(0, "0"), "libx264 veryfast", "250"), Id);

        drawn.Marks.Should().HaveCount(9);
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
