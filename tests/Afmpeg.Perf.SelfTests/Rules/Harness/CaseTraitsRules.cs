using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

public sealed class CaseTraitsRules
{
    private static readonly CaseMatrix Matrix = MeasuredRun.Suite;

    public static TheoryData<int> Axes => [.. Enumerable.Range(0, AxisCatalog.All.Length)];

    [Fact]
    public void Every_case_has_each_trait_once_and_at_least_one_axis()
    {
        foreach (var declared in Matrix.Cases)
        {
            var traits = CaseTraits.Declared.Of(declared);

            string[] names = ["Tier", "Workload", "Lane", "Engine", .. declared.Lane.IsWasm ? ["Build"] : Array.Empty<string>(), "Encoder"];
            traits.Where(trait => trait.Name != "Axis").Select(trait => trait.Name).Should().Equal(names);
            traits.Where(trait => trait.Name == "Axis").Should().NotBeEmpty(declared.Id).And.OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void A_case_is_selected_by_its_traits()
    {
        var pool = Matrix.Cases.First(declared => declared.Job.LaneCoverage == LaneCoverage.Fleet
            && declared.Lane == MatrixDesign.DefaultLane.Over(LaneMode.Pool, 2));

        CaseTraits.Declared.Of(pool).Should().BeEquivalentTo(
        [
            ("Tier", "full"), ("Workload", "batch"), ("Lane", "wazero+O3-simd128-msa@pool2"), ("Engine", "wazero"),
            ("Build", "O3-simd128-msa"), ("Encoder", "libx264"), ("Axis", "fleet"),
        ]);
        CaseTraits.Declared.Of(Matrix.Cases.First(declared => declared.Lane == Lane.Distribution)).Should().Contain(("Engine", "native"));
        CaseTraits.Declared.OfRow("transcode/no-such-clip").Should().BeEmpty();
    }

    [Fact]
    public void A_case_of_the_quick_tier_has_that_tier()
    {
        Matrix.Cases.Where(declared => CaseTraits.Declared.Of(declared).Contains(("Tier", "quick")))
            .Should().Equal(Matrix.Of(Tier.Quick))
            .And.NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void An_axis_selects_the_cases_that_its_table_needs(int axis)
    {
        var whole = Table(axis, Matrix.Cases);
        var selected = Matrix.Cases.Where(declared => CaseTraits.Declared.AxesOf(declared).Contains(whole.Id)).ToImmutableArray();

        selected.Should().NotBeEmpty($"--filter Axis={whole.Id} must select something");
        Cells(Table(axis, selected)).Should().Equal(Cells(whole), "no case of the axis is left out");
        AxisCatalog.All[axis].Read(Idle(Matrix.Cases.Except(selected)))?.Rows.Length.Should().BeLessThan(whole.Rows.Length);
    }

    [Fact]
    public void The_axes_are_those_of_the_report()
    {
        var ids = AxisCatalog.Tables(Idle(Matrix.Cases)).Select(table => table.Id);

        Matrix.Cases.SelectMany(declared => CaseTraits.Declared.AxesOf(declared)).Distinct()
            .Should().BeEquivalentTo([.. ids, CaseTraits.SubjectAxis]);
    }

    private static AxisTable Table(int axis, IEnumerable<BenchmarkCase> cases)
    {
        var table = AxisCatalog.All[axis].Read(Idle(cases));
        table.Should().NotBeNull($"the matrix has cases of {AxisCatalog.All[axis].GetType().Name}");
        return table!;
    }

    private static AxisInput Idle(IEnumerable<BenchmarkCase> cases) =>
        new(Summary.Of(cases, _ => "it was not run", []), [], [], Host.Read());

    private static IEnumerable<string> Cells(AxisTable table) =>
        table.Rows.Select(row => string.Join(" | ", row.Select(cell => cell.Text)));
}
