using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class StopAxisRules
{
    private static readonly Lane Epoch = Lane.Wasm(MatrixDesign.OtherEngine, MatrixDesign.ShippedBuild, StopCheck.Epoch);

    [Fact]
    public void A_check_costs_the_extra_time_over_the_same_engine_and_build_without_it()
    {
        var table = new StopAxis().Read(new AxisRun()
            .Add(AxisRun.Job(), Lane.Native, 1).Add(AxisRun.Job(), MatrixDesign.ShippedLane, 50)
                .Add(AxisRun.Job(), MatrixDesign.UncheckedLane, 5)
            .Add(AxisRun.Job(), Epoch, 3).Add(AxisRun.Job(), Lane.Wasm(Epoch.Engine!, Epoch.Build!), 2).Input)!;

        table.Rows.Should().OnlyContain(row => row.Length == table.Columns.Length);
        table.Rows.Select(row => (row[1].Text, row[3].Text, Cost: Value(row[^1]))).Should().Equal(
            ("wazero", "cancel", 10), ("wazero", "none", 1), ("wasmtime", "epoch", 1.5), ("wasmtime", "none", 1));
        table.Sentence.Show(text => text, why => why).Should().Contain("wazero's cancel takes 10")
            .And.Contain("wasmtime's epoch takes 1.5");
    }

    [Fact]
    public void A_check_without_its_baseline_or_no_check_at_all_makes_no_table()
    {
        new StopAxis().Read(new AxisRun().Add(AxisRun.Job(), MatrixDesign.ShippedLane, 50).Input).Should().BeNull();
        new StopAxis().Read(new AxisRun().Add(AxisRun.Job(), MatrixDesign.UncheckedLane, 5).Input).Should().BeNull();
        new StopAxis().Read(new AxisRun().Input).Should().BeNull();
    }

    private static double Value(AxisCell cell) => Math.Round(cell.Number!.TryGet(out var estimate) ? estimate.Value : 0, 6);
}
