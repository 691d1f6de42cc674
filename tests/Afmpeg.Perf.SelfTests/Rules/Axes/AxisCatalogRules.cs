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
    public void Each_axis_has_a_unique_id_for_programs()
    {
        var ids = AxisCatalog.Tables(Run.Input).Select(table => table.Id).ToArray();

        ids.Should().NotBeEmpty().And.OnlyHaveUniqueItems()
            .And.OnlyContain(id => System.Text.RegularExpressions.Regex.IsMatch(id, "^[a-z]+(-[a-z]+)*$"));
    }

    [Fact]
    public void Axes_without_a_case_in_the_run_are_left_out()
    {
        AxisCatalog.Tables(Run.Input).Select(table => table.Id).Should().Contain("module-build").And.NotContain("effort");
        AxisCatalog.Tables(new AxisRun().Input).Should().BeEmpty();
    }

    [Fact]
    public void An_axis_whose_cases_were_not_run_says_why_and_has_no_number()
    {
        var job = AxisRun.Job();
        var idle = new AxisRun().AddAbsent(job, Lane.Native, "the budget ended").AddAbsent(job, Lane.Distribution, "the budget ended")
            .AddAbsent(job, Lane.Wasm(MatrixDesign.ShippedEngine, MatrixDesign.ShippedBuild), "the budget ended")
            .AddAbsent(job, MatrixDesign.DefaultLane, "the budget ended");

        AxisCatalog.Tables(idle.Input).Should().NotBeEmpty().And.OnlyContain(table => table.Sentence.Reason == "the budget ended");
    }
}
