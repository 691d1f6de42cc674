using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class JobShapeAxisRules
{
    private static readonly Job Once = SyntheticRun.Reel("short-3s", 3, LaneCoverage.NotableLanes);
    private static readonly Job Naive = SyntheticRun.Reel("short-3s-naive", 3, LaneCoverage.DefaultLane);

    private static readonly SyntheticRun Run = new SyntheticRun().With(Once, Lane.Native, SyntheticRun.Eight(2))
        .With(Once, SyntheticRun.Default, SyntheticRun.Eight(10));

    [Fact]
    public void A_single_recipe_has_no_table()
    {
        new JobShapeAxis().Read(Run.Input()).Should().BeNull();
        new JobShapeAxis().Read(Run.With(SyntheticRun.Reel("short-6s-naive", 6, LaneCoverage.DefaultLane), SyntheticRun.Default,
            SyntheticRun.Eight(1)).Input())
            .Should().BeNull("it is another reel");
    }

    [Fact]
    public void The_naive_recipe_is_compared_with_the_other_on_each_lane_by_paired_rounds()
    {
        var table = Table(Run.With(Naive, Lane.Native, SyntheticRun.Eight(5)).With(Naive, SyntheticRun.Default, SyntheticRun.Eight(40)));

        table.Number("multiple", Lane.Native.Name).Value.Should().BeApproximately(2.5, 1e-9);
        table.Number("multiple", SyntheticRun.Default.Name).High.Should().BeApproximately(4, 1e-9);
        SyntheticRun.Sentence(table).Should().Be(
            $"The naive recipe of short-3s takes 2.50 times [2.50, 2.50] as long on native, 4.00 times [4.00, 4.00] as long on "
            + $"{SyntheticRun.Default.Name}: decode each still once, before any other lever.");
    }

    [Fact]
    public void A_difference_that_the_rounds_do_not_show_recommends_nothing()
    {
        var table = Table(Run.With(Naive, Lane.Native, SyntheticRun.Scattered(2.07))
            .With(Naive, SyntheticRun.Default, SyntheticRun.Eight(40)));

        SyntheticRun.Sentence(table).Should().Contain("no longer, as far as measured, on native").And.NotContain("before any other lever");
    }

    [Fact]
    public void A_recipe_without_rounds_says_why()
    {
        SyntheticRun.Sentence(Table(Run.With(Naive, SyntheticRun.Default))).Should().Be("none: the budget ended before its first round");
    }

    private static AxisTable Table(SyntheticRun run) => new JobShapeAxis().Read(run.Input())!;
}
