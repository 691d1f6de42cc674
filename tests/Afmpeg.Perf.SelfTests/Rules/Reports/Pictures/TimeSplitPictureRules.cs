using System.Globalization;
using System.Xml.Linq;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class TimeSplitPictureRules
{
    private const string Id = "time-split";

    // Places are written with four decimals, and sums of them are up to four of these off.
    private const double Precision = 0.001;

    private static readonly string Lane = SyntheticRun.Default.Name;
    private static readonly string Case = $"transcode/handheld-360p/libx264-veryfast/{Lane}";

    // The committed run may have too few rounds for a split.
    private static readonly RunReport Report = EveryPicture.Report("handheld-360p");

    [Fact]
    public void Each_part_of_each_lane_is_a_bar()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var encode = TableRow.Of(Report, Id).Single(row => row.Text("lane") == Lane && row.Text("part") == "encode, with sound");

        drawn.Marks.Should().HaveCount(Report.Readings(Id, (table, row) => table.Text(row, "part") is not ("whole" or "remainder"), "seconds"));
        drawn.Marks.Where(title => title.StartsWith(Case, StringComparison.Ordinal)).Should().HaveCount(4)
            .And.Subject.Last().Should().Be($"{Case}: encode, with sound {Said(encode.Number("seconds"))} s, {Said(encode.Number("share"))} % of the whole");
    }

    [Fact]
    public void Each_begins_where_the_one_before_ends_and_is_as_long_as_its_time()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var ticks = drawn.BottomTicks();
        var bars = ((string[])["start-up", "decode", "filter", "encode"]).Select(part => drawn.Shapes($"{Case}: {part}").Single()).ToArray();

        Number(bars[0], "x").Should().BeApproximately(ticks[0], Precision);
        bars.Zip(bars.Skip(1)).Should().OnlyContain(pair => Math.Abs(Number(pair.First, "x") + Number(pair.First, "width") - Number(pair.Second, "x")) < Precision);
        (Number(bars[3], "width") / (ticks[1] - ticks[0])).Should().BeApproximately(2.6, 0.03, "the whole takes 4 s, all before encoding 1.4 s, and rounds drift by a hundredth");
    }

    [Fact]
    public void A_number_in_a_bar_can_be_read_on_it()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var bars = drawn.Root.Descendants().Where(shape => shape.Name.LocalName == "rect" && shape.Parent != drawn.Root).ToArray();
        var numbers = drawn.Root.Descendants().Where(text => text.Name.LocalName == "text" && (string?)text.Attribute("fill") != "currentColor").ToArray();

        numbers.Should().NotBeEmpty().And.OnlyContain(text => Contrast.Of((string)text.Attribute("fill")!, (string)bars.Single(bar => Holds(bar, DrawnPicture.At(text))).Attribute("fill")!) >= 4.5);
    }

    [Fact]
    public void A_part_that_noise_made_negative_is_told_and_not_drawn()
    {
        var report = Report.With(Id, "seconds", AxisCell.Exact(-0.01, "-0.0100"), Lane, "filter");

        DrawnPicture.Of(report, Id).Marks.Should().HaveCount(DrawnPicture.Of(Report, Id).Marks.Length - 1);
        DrawnPicture.Of(report, Id).Picture.Alternative.Should().Contain("filter (not above 0, so not drawn) -0.0100;");
    }

    [Fact]
    public void A_part_or_a_whole_that_is_absent_is_named_with_its_reason()
    {
        var report = Report.Without(Id, "seconds", "too few rounds", Lane, "filter").Without(Id, "seconds", "no whole", Lane, "whole");
        var drawn = DrawnPicture.Of(report, Id);

        drawn.Picture.Alternative.Should().Contain("Not measured: filter (too few rounds); whole (no whole).");
        drawn.Texts.Should().Contain("whole not measured");
    }

    [Fact]
    public void A_run_without_the_axis_or_without_a_time_has_none()
    {
        PictureCatalog.Of(Report with { Axes = [] }).Should().NotContain(picture => picture.Id == Id);
        PictureCatalog.Of(Report.Without(Id, "seconds", "too few rounds")).Should().NotContain(picture => picture.Id == Id);
    }

    // What is known exactly is said without an interval.
    private static string Said(Estimate estimate) => estimate.Low == estimate.High ? Figures.Of(estimate.Value) : estimate.ToString();

    private static bool Holds(XElement bar, (double X, double Y) place) =>
        Number(bar, "x") < place.X && place.X < Number(bar, "x") + Number(bar, "width") && Number(bar, "y") < place.Y && place.Y < Number(bar, "y") + Number(bar, "height");

    private static double Number(XElement shape, string name) => double.Parse((string)shape.Attribute(name)!, CultureInfo.InvariantCulture);
}
