using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class FrontPictureRules
{
    private const string Id = "effort-front";
    private const string Axis = "effort";

    // Four settings, none of which beats another.
    private static readonly RunReport Report = new AxisRun()
        .AddSetting(EncoderSetting.X264("veryfast"), 4, 202_141, 42.9973)
        .AddSetting(EncoderSetting.X264("ultrafast"), 2, 415_147, 43.0115)
        .AddSetting(EncoderSetting.X264("medium"), 8, 180_000, 43.7502)
        .AddSetting(EncoderSetting.X264("slow"), 16, 170_000, 43.8)
        .Input.Report();

    [Fact]
    public void Each_setting_that_was_compared_has_a_mark_and_a_line_in_the_key()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var speed = Report.Axes.Single(table => table.Id == Axis).Cell("realtime", "libx264 ultrafast").Text;

        drawn.Marks.Should().HaveCount(4);
        drawn.Marks[0].Should().Be($"libx264 ultrafast: 405 KiB, 43.01 dB, {speed} × realtime; front");
        drawn.Texts.Should().ContainInOrder("a", "libx264 ultrafast", speed, "b", "libx264 veryfast");
        PictureCatalog.Of(CommittedRun.Report).Where(picture => picture.Id.StartsWith(Id, StringComparison.Ordinal))
            .Sum(picture => picture.Marks).Should().Be(CommittedRun.Report.Readings(Axis, "realtime", "bytes", "psnrY"));
    }

    [Fact]
    public void A_mark_lies_at_its_size_and_quality()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var ticks = drawn.BottomTicks();
        var (x, y, _) = drawn.Marker("libx264 ultrafast:");

        // 415147 B are 405.417 KiB.
        x.Should().BeApproximately(ticks[200] + ((ticks[300] - ticks[200]) * Math.Log(405.417 / 200) / Math.Log(1.5)), 0.1);
        y.Should().BeApproximately(drawn.Height(43.0115), 0.1);
        drawn.Marker("libx264 medium:").Size.Should().BeLessThan(drawn.Marker("libx264 ultrafast:").Size, "it is slower");
    }

    [Fact]
    public void A_setting_that_another_beats_is_hollow_and_says_what_beats_it()
    {
        var drawn = DrawnPicture.Of(Report.With(Axis, "front", AxisCell.Of("beaten by libx264 veryfast"), "libx264 ultrafast"), Id);

        ((string?)drawn.Shapes("libx264 ultrafast:").Last().Attribute("fill")).Should().Be("none");
        drawn.Shapes("libx264 medium:").Last().Attribute("fill").Should().BeNull();
        drawn.Marks[0].Should().EndWith("; beaten by libx264 veryfast");
        drawn.Texts.Should().Contain("libx264 ultrafast (beaten)");
    }

    [Theory]
    [InlineData("realtime")]
    [InlineData("bytes")]
    [InlineData("psnrY")]
    public void A_setting_that_lacks_a_reading_has_a_reason_instead_of_a_mark(string key)
    {
        var drawn = DrawnPicture.Of(Report.Without(Axis, key, "it trapped", "libx264 ultrafast"), Id);

        drawn.Marks.Should().HaveCount(3);
        drawn.Picture.Alternative.Should().Contain("libx264 ultrafast: not measured (it trapped).");
    }

    [Fact]
    public void A_run_without_a_setting_has_no_picture()
    {
        PictureCatalog.Of(Report.Without(Axis, "realtime", "it trapped")).Should().NotContain(picture => picture.Id == Id);
        PictureCatalog.Of(Report with { Axes = [] }).Should().NotContain(picture => picture.Id == Id);
    }
}
