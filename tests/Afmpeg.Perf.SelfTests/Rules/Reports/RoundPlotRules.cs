using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class RoundPlotRules
{
    private static readonly Estimate Interval = new(2, 1, 4, 6, 0.96);

    [Fact]
    public void Equal_ratios_are_equally_far_apart() => RoundPlot.Lines([(1, false), (2, false), (4, false)], null, 9).Should().Equal(
        "o        ",
        "    o    ",
        "        o");

    [Fact]
    public void Every_line_shows_the_interval_and_its_pseudo_median_and_a_round_covers_them() =>
        RoundPlot.Lines([(1, false), (16, true)], Interval, 9).Should().Equal(
        "o | ]    ",
        "[ | ]   X");

    [Fact]
    public void An_interval_wider_than_the_rounds_widens_the_scale() =>
        RoundPlot.Lines([(2, false)], Interval, 9).Should().Equal("[   o   ]");

    [Fact]
    public void Without_rounds_there_is_no_line() => RoundPlot.Lines([], Interval, 9).Should().BeEmpty();

    [Fact]
    public void One_round_and_equal_rounds_are_drawn_in_the_middle()
    {
        RoundPlot.Lines([(3, false)], null, 5).Should().Equal("  o  ");
        RoundPlot.Lines([(3, false), (3, false)], new Estimate(3, 3, 3, 2, 1), 5).Should().Equal("  o  ", "  o  ");
    }

    [Fact]
    public void One_column_has_room_for_the_round_alone() => RoundPlot.Lines([(1, false), (5, true)], Interval, 1).Should().Equal("o", "X");
}
