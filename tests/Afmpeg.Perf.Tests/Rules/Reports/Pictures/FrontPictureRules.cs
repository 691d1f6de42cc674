using System.Globalization;
using System.Xml.Linq;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Tests.Rules.Reports.Pictures;

public sealed class FrontPictureRules
{
    private const string Id = "effort-front";
    private const string Axis = "effort";
    private const string Job = "transcode/handheld-360p/libx264-ultrafast";

    private static readonly RunReport Report = DrawnPicture.Committed;

    [Fact]
    public void Each_setting_that_was_compared_is_a_mark()
    {
        var drawn = DrawnPicture.Of(Report, Id);

        drawn.Marks.Should().HaveCount(Report.Readings(Axis, (_, _) => true, "realtime", "bytes", "psnrY")).And.HaveCount(8);
        drawn.Marks[0].Should().Be($"{Job}/wazero+O3-simd128-msa: 405 KiB, 43.01 dB, 5.44 [5.24, 5.63] × realtime; front");
        drawn.Texts.Should().ContainInOrder("a", "libx264 ultrafast", "5.44 [5.24, 5.63]", "b", "libx264 superfast");
    }

    [Fact]
    public void It_lies_at_its_size_and_quality()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var (across, upwards) = (drawn.BottomTicks(), drawn.LeftTicks());
        var (x, y) = Middle(Marker(drawn, Job));

        x.Should().BeApproximately(across[400] + ((across[400] - across[300]) * 0.0541), 0.1, "415147 B are 405.41 KiB");
        y.Should().BeApproximately(upwards[43] + ((upwards[43] - upwards[42]) * 0.0115), 0.1, "43.0115 dB");
    }

    [Fact]
    public void The_faster_a_setting_the_larger_its_marker() =>
        Width(Marker(DrawnPicture.Of(Report, Id), Job)).Should().BeGreaterThan(Width(Marker(DrawnPicture.Of(Report, Id), "transcode/handheld-360p/libx264-medium")));

    [Fact]
    public void A_setting_that_another_beats_is_hollow_and_says_what_beats_it()
    {
        var drawn = DrawnPicture.Of(Report.With(Axis, "front", AxisCell.Of("beaten by libx264 veryfast"), "libx264 ultrafast"), Id);

        ((string?)Marker(drawn, Job).Attribute("fill")).Should().Be("none");
        ((string?)Marker(drawn, "transcode/handheld-360p/libx264-medium").Attribute("fill")).Should().NotBe("none");
        drawn.Marks[0].Should().EndWith("; beaten by libx264 veryfast");
        drawn.Texts.Should().Contain("libx264 ultrafast (beaten)");
    }

    [Theory]
    [InlineData("realtime")]
    [InlineData("bytes")]
    [InlineData("psnrY")]
    public void A_setting_that_lacks_a_reading_has_no_mark_but_its_reason(string key)
    {
        var drawn = DrawnPicture.Of(Report.Without(Axis, key, "it trapped", "libx264 ultrafast"), Id);

        drawn.Marks.Should().HaveCount(7);
        drawn.Picture.Alternative.Should().Contain("libx264 ultrafast: not measured (it trapped).");
    }

    [Fact]
    public void One_setting_is_drawn_and_none_is_no_picture()
    {
        var none = Report.Without(Axis, "realtime", "it trapped");
        var one = none.With(Axis, "realtime", AxisCell.Exact(2, "2"), "libx264 medium");

        PictureCatalog.Of(none).Should().NotContain(picture => picture.Id == Id);
        PictureCatalog.Of(Report with { Axes = [] }).Should().NotContain(picture => picture.Id == Id);
        DrawnPicture.Of(one, Id).Marks.Should().ContainSingle().Which.Should().Contain("2.00 [2.00, 2.00] × realtime");
    }

    [Fact]
    public void A_second_subject_has_a_picture_of_its_own()
    {
        var report = Report.With(Axis, "subject", AxisCell.Of("transcode/other"), "libx264 ultrafast");

        DrawnPicture.Of(report, Id).Marks.Should().HaveCount(7);
        DrawnPicture.Of(report, $"{Id}-2").Marks.Should().ContainSingle().Which.Should().StartWith("transcode/other, libx264 ultrafast: ", "no case of this run is meant");
    }

    private static XElement Marker(DrawnPicture drawn, string title) => drawn.Shapes(title).Last();

    private static double Width(XElement square) => double.Parse((string)square.Attribute("width")!, CultureInfo.InvariantCulture);

    private static (double X, double Y) Middle(XElement square)
    {
        double Number(string name) => double.Parse((string)square.Attribute(name)!, CultureInfo.InvariantCulture);
        return (Number("x") + (Number("width") / 2), Number("y") + (Number("height") / 2));
    }
}
