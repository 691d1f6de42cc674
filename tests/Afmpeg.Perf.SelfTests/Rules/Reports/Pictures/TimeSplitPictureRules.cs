using System.Xml.Linq;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class TimeSplitPictureRules
{
    private const string Id = "time-split";

    // Places are written with two decimals, and sums of them are up to four of these off.
    private const double Precision = 0.03;

    private const string Encode = "encode, with sound";

    private static readonly string Lane = SyntheticRun.Default.Name;

    // The committed run may have too few rounds for a split.
    private static readonly RunReport Report = EveryPicture.Report("handheld-360p");

    [Fact]
    public void Each_part_of_each_lane_has_a_bar()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var table = Report.Axes.Single(axis => axis.Id == Id);
        var (seconds, share) = (table.Cell("seconds", Lane, Encode).Text, table.Cell("share", Lane, Encode).Text);

        drawn.Marks.Should().HaveCount(Report.Readings(Id, "seconds") - NotDrawn(table));
        drawn.Marks.Where(title => title.StartsWith($"{Lane}: ", StringComparison.Ordinal)).Should().HaveCount(4)
            .And.Subject.Last().Should().Be($"{Lane}: {Encode} {seconds} s, {share} % of the whole");
    }

    [Fact]
    public void Each_bar_begins_where_the_one_before_ends_and_is_as_long_as_its_time()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var ticks = drawn.BottomTicks();
        var bars = ((string[])["start-up", "decode", "filter", "encode"]).Select(part => drawn.Bar($"{Lane}: {part}")).ToArray();

        bars.Zip(bars.Skip(1)).Should().OnlyContain(pair => Math.Abs(pair.First.To - pair.Second.From) < Precision);
        ((bars[3].To - bars[3].From) / (ticks[2] - ticks[1])).Should()
            .BeApproximately(2.6, 0.03, "the whole takes 4 s, all before encoding 1.4 s, and rounds drift by a hundredth");
    }

    [Fact]
    public void A_number_in_a_bar_can_be_read_on_it()
    {
        var drawn = DrawnPicture.Of(Report, Id);
        var bars = drawn.Root.Descendants().Where(shape => shape.Name.LocalName == "rect").ToArray();
        var numbers = drawn.TextElements.Where(text => (string?)text.Attribute("fill") != "currentColor").ToArray();

        numbers.Should().NotBeEmpty();
        foreach (var number in numbers)
        {
            var bar = bars.Single(bar => Holds(bar, DrawnPicture.Number(number, "x"), DrawnPicture.Number(number, "y")));
            Contrast.Of((string)number.Attribute("fill")!, (string)bar.Parent!.Attribute("fill")!).Should().BeGreaterThan(4.5);
        }
    }

    [Fact]
    public void A_part_that_noise_made_negative_is_named_and_not_drawn()
    {
        var drawn = DrawnPicture.Of(Report.With(Id, "seconds", AxisCell.Exact(-0.01, "-0.0100"), Lane, "filter"), Id);

        drawn.Marks.Should().HaveCount(DrawnPicture.Of(Report, Id).Marks.Length - 1);
        drawn.Picture.Alternative.Should().Contain("filter (not above 0, so not drawn) -0.0100;");
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
    public void A_run_without_the_axis_or_without_a_time_has_no_picture()
    {
        PictureCatalog.Of(Report with { Axes = [] }).Should().NotContain(picture => picture.Id == Id);
        PictureCatalog.Of(Report.Without(Id, "seconds", "too few rounds")).Should().NotContain(picture => picture.Id == Id);
    }

    private static int NotDrawn(AxisTable table) =>
        table.Rows.Count(row => row.Any(cell => cell.Text is "whole" or "remainder") && row.Any(cell => cell.Number is { Reason: null }));

    private static bool Holds(XElement bar, double x, double y) =>
        DrawnPicture.Number(bar, "x") is var left && DrawnPicture.Number(bar, "y") is var top
        && left < x && x < left + DrawnPicture.Number(bar, "width") && top < y && y < top + DrawnPicture.Number(bar, "height");
}
