using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class ReelAxisRules
{
    // 2 s and 3 for each second of the reel; natively 1 s and 1 for each.
    private static readonly SyntheticRun Shorter = new SyntheticRun()
        .WithReels(Lane.Native, length => 1 + length, 3, 6, 9)
        .WithReels(SyntheticRun.Default, length => 2 + (3 * length), 3, 6, 9);

    [Fact]
    public void A_recipe_has_one_row_per_lane_with_its_line()
    {
        var table = Table(WithLong(187));

        table.Rows.Select(row => (row[0].Text, row[1].Text))
            .Should().Equal(("sixty-60s", Lane.Native.Name), ("sixty-60s", SyntheticRun.Default.Name));
        table.Number("costPerSecond", SyntheticRun.Default.Name).Value.Should().BeApproximately(3 * 1.035, 0.01);
        table.Number("fixedCost", SyntheticRun.Default.Name).Value.Should().BeApproximately(2 * 1.035, 0.05);
    }

    [Theory]
    [InlineData(187, "inside", "as predicted")]
    [InlineData(300, "outside", "outside the prediction: do not predict long reels from short ones")]
    public void The_one_long_run_is_compared_with_the_prediction(double seconds, string cell, string sentence)
    {
        var table = Table(WithLong(seconds));

        table.Cell("holds", SyntheticRun.Default.Name).Text.Should().Be(cell);
        table.Cell("measured", SyntheticRun.Default.Name).Text.Should().Be($"{seconds}");
        SyntheticRun.Sentence(table).Should().StartWith("A 60 s reel takes 188 s [").And.Contain($" s, {sentence}");
    }

    [Fact]
    public void Two_lengths_do_not_show_whether_the_line_is_straight()
    {
        var run = new SyntheticRun().WithReels(SyntheticRun.Default, length => 2 + (3 * length), 3, 6);

        Table(run).Notes.Should().Contain(note =>
            note.EndsWith("two lengths do not show whether the line is straight.", StringComparison.Ordinal));
        Table(Shorter).Notes.Should().ContainSingle();
    }

    [Fact]
    public void The_naive_recipe_has_its_own_line()
    {
        var table = Table(Shorter.With(SyntheticRun.Reel("short-9s-naive", 9, LaneCoverage.DefaultLane), SyntheticRun.Default,
            SyntheticRun.Eight(1000)));

        table.Number("costPerSecond", SyntheticRun.Default.Name).Value.Should().BeApproximately(3 * 1.035, 0.01);
    }

    [Fact]
    public void A_recipe_of_one_length_does_not_hide_the_line_of_another()
    {
        var single = SyntheticRun.Reel("excerpt-1s", 1, LaneCoverage.LeverLanes);
        single = single with { Expected = single.Expected with { Width = 320 } };

        var table = Table(Shorter.With(single, SyntheticRun.Default, SyntheticRun.Eight(11)));

        SyntheticRun.Sentence(table).Should().StartWith("A 60 s reel takes 188 s [");
        table.Notes.Should().Contain("No line: excerpt-1s, of one length on a lane.");
    }

    [Fact]
    public void One_length_makes_no_line()
    {
        var run = new SyntheticRun().With(SyntheticRun.Reel("short-3s", 3, LaneCoverage.NotableLanes), SyntheticRun.Default,
            SyntheticRun.Eight(11));

        SyntheticRun.Sentence(Table(run)).Should().Be("none: all points are of one amount of work, which leaves its fixed cost open");
    }

    private static SyntheticRun WithLong(double seconds)
    {
        var sixty = SyntheticRun.Reel("sixty-60s", 60, LaneCoverage.Once);
        return Shorter.With(sixty, Lane.Native, 63).With(sixty, SyntheticRun.Default, seconds);
    }

    private static AxisTable Table(SyntheticRun run) => new ReelAxis().Read(run.Input())!;
}
