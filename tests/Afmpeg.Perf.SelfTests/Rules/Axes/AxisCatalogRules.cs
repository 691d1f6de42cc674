using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class AxisCatalogRules
{
    private static readonly AxisRun Run = new AxisRun()
        .Add(AxisRun.Job(), Lane.Native, 1)
        .Add(AxisRun.Job(), Lane.Distribution, 1)
        .Add(AxisRun.Job(), Lane.Wasm(MatrixDesign.ShippedEngine, MatrixDesign.ShippedBuild), 4)
        .Add(AxisRun.Job(), MatrixDesign.DefaultLane, 2);

    [Fact]
    public void Each_axis_has_a_name_of_its_own_for_programs()
    {
        var ids = AxisCatalog.Tables(Run.Input).Select(table => table.Id).ToArray();

        ids.Should().NotBeEmpty().And.OnlyHaveUniqueItems()
            .And.OnlyContain(id => System.Text.RegularExpressions.Regex.IsMatch(id, "^[a-z]+(-[a-z]+)*$"));
    }

    [Fact]
    public void Axes_that_the_run_has_no_case_of_are_left_out()
    {
        AxisCatalog.Tables(Run.Input).Select(table => table.Id).Should().Contain("module-build").And.NotContain("effort");
        AxisCatalog.Tables(new AxisRun().Input).Should().BeEmpty();
    }

    [Fact]
    public void An_axis_of_cases_that_nobody_ran_says_why_and_holds_no_number()
    {
        var job = AxisRun.Job();
        var idle = new AxisRun().AddAbsent(job, Lane.Native, "the budget ended").AddAbsent(job, Lane.Distribution, "the budget ended")
            .AddAbsent(job, Lane.Wasm(MatrixDesign.ShippedEngine, MatrixDesign.ShippedBuild), "the budget ended")
            .AddAbsent(job, MatrixDesign.DefaultLane, "the budget ended");

        AxisCatalog.Tables(idle.Input).Should().NotBeEmpty().And.OnlyContain(table => table.Sentence.Reason == "the budget ended");
    }
}
