using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class FrontPictureRules
{
    private const string Id = "effort-front";
    private const string Axis = "effort";
    private const string Job = "transcode/handheld-360p/libx264-ultrafast";

    // Three settings, none of which beats another.
    private static readonly RunReport Report = new AxisRun()
        .AddSetting(EncoderSetting.X264("veryfast"), 4, 202_141, 42.9973)
        .AddSetting(EncoderSetting.X264("ultrafast"), 2, 415_147, 43.0115)
        .AddSetting(EncoderSetting.X264("medium"), 8, 180_000, 43.7502)
        .Input.Report();

    [Fact]
    public void Each_setting_that_was_compared_is_a_mark()
    {
        var committed = DrawnPicture.Committed;
        var settings = committed.Drawn(Axis, "realtime", "bytes", "psnrY").OrderByDescending(row => row.Number("realtime").Value).ToArray();
        var (drawn, first) = (DrawnPicture.Of(committed, Id), settings[0]);

        committed.Marks(Id).Should().Be(committed.Readings(Axis, (_, _) => true, "realtime", "bytes", "psnrY"));
        drawn.Marks.Should().HaveSameCount(settings);
        drawn.Marks[0].Should().Be(
            $"{committed.CaseOf(first, first.Text("setting"))}: {Figures.Of(first.Number("bytes").Value / 1024)} KiB, {first.Number("psnrY").Value:0.00} dB, {first.Text("realtime")} × realtime; {first.Text("front")}");
        drawn.Texts.Should().ContainInOrder("a", Label(first), first.Text("realtime"), "b", Label(settings[1]));
    }

    [Fact]
    public void It_lies_at_its_size_and_quality()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var (across, upwards) = (drawn.BottomTicks(), drawn.LeftTicks());
        var (x, y) = Middle(Marker(drawn, Job));

        x.Should().BeApproximately(Place(across, 405.417), 0.1, "415147 B are 405.417 KiB");
        y.Should().BeApproximately(Place(upwards, 43.0115), 0.1, "43.0115 dB");
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

        drawn.Marks.Should().HaveCount(2);
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

        DrawnPicture.Of(report, Id).Marks.Should().HaveCount(2);
        DrawnPicture.Of(report, $"{Id}-2").Marks.Should().ContainSingle().Which.Should().StartWith("transcode/other, libx264 ultrafast: ", "no case of this run is meant");
    }

    private static string Label(TableRow row) => row.Text("front") == "front" ? row.Text("setting") : $"{row.Text("setting")} (beaten)";

    // Where a value lies on a linear axis with these labels.
    private static double Place(ImmutableDictionary<double, double> ticks, double value)
    {
        var (low, high) = (ticks.Keys.Min(), ticks.Keys.Max());
        return ticks[low] + ((ticks[high] - ticks[low]) * (value - low) / (high - low));
    }

    private static XElement Marker(DrawnPicture drawn, string title) => drawn.Shapes(title).Last();

    private static double Width(XElement square) => double.Parse((string)square.Attribute("width")!, CultureInfo.InvariantCulture);

    private static (double X, double Y) Middle(XElement square)
    {
        double Number(string name) => double.Parse((string)square.Attribute(name)!, CultureInfo.InvariantCulture);
        return (Number("x") + (Number("width") / 2), Number("y") + (Number("height") / 2));
    }
}
