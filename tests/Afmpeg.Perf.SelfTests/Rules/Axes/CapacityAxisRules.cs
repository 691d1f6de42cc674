using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class CapacityAxisRules
{
    private const long Mebibyte = 1024 * 1024;
    private const string Kind = "wazero+O3-simd128-msa@pool";

    private static readonly Job Batch = SyntheticRun.Job("batch", "handheld-360p-x4", LaneCoverage.Fleet) with { Copies = 4 };

    // Amdahl's law with a contention of 0.25: C(2) = 1.6. The pool's memory is 20 MiB and 80 more for each instance.
    private static readonly SyntheticRun Run = new SyntheticRun()
        .With(Batch, Lane.Native, SyntheticRun.Eight(10))
        .With(Batch, Native(1), Resident(60), SyntheticRun.Eight(16))
        .With(Batch, Native(2), Resident(60), SyntheticRun.Eight(8))
        .With(Batch, Native(4), Resident(60), SyntheticRun.Eight(8))
        .With(Batch, Pool(1), Resident(100), SyntheticRun.Eight(40))
        .With(Batch, Pool(2), Resident(180), SyntheticRun.Eight(25))
        .With(Batch, Pool(4), Resident(340), SyntheticRun.Eight(20));

    [Fact]
    public void A_run_without_a_fleet_has_no_table()
    {
        new CapacityAxis().Read(new SyntheticRun().With(Batch, Lane.Native, SyntheticRun.Eight(1)).Input()).Should().BeNull();
    }

    [Fact]
    public void Every_number_of_cores_up_to_64_has_a_row_for_the_modules_and_for_native()
    {
        var table = Table(Run);

        foreach (var kind in new[] { Kind, "native-1t@fleet" })
        {
            table.Rows.Where(row => row[0].Text == kind).Select(row => (row[1].Text, row[2].Text)).Should().Equal(
                ("1", "1"), ("2", "2"), ("2", "4"), ("4", "4"), ("8", "8"), ("16", "16"), ("32", "32"), ("64", "64"));
        }
    }

    [Fact]
    public void The_model_is_amdahls_and_named()
    {
        var table = Table(Run);
        var one = SyntheticRun.Number(table, "measured", Kind, "1").Value;

        SyntheticRun.Number(table, "model", Kind, "64").Value.Should().BeApproximately(one * 64 / (1 + (0.25 * 63)), 1e-6);
        SyntheticRun.Number(table, "linear", Kind, "64").Value.Should().BeApproximately(one * 64, 1e-6);
        SyntheticRun.Number(table, "model", "native-1t@fleet", "64").Value.Should().BeApproximately(64 * SyntheticRun.Number(table, "measured", "native-1t@fleet", "1").Value, 1e-6);
        table.Notes.Should().Contain($"Model: {CapacityModel.Name}.");
        table.Notes.Should().Contain(note => note.StartsWith($"{Kind}: contention 0.250 [0.250, 0.250], fitted to 1 point, which it meets exactly", StringComparison.Ordinal));
    }

    [Fact]
    public void The_models_error_is_shown_on_each_measured_point_and_on_no_other()
    {
        var table = Table(Run);

        SyntheticRun.Number(table, "modelError", Kind, "fitted").Value.Should().BeApproximately(0, 1e-9);
        SyntheticRun.Number(table, "modelError", Kind, "test").Value.Should().BeApproximately(-20, 1e-9, "four instances did twice the work of one, the model has 1.6");
        SyntheticRun.Cell(table, "modelError", Kind, "8").Text.Should().Be("not measured: this machine has 2 cores");
        SyntheticRun.Cell(table, "measured", Kind, "8").Text.Should().Be("not measured: this machine has 2 cores");
    }

    [Fact]
    public void Instances_that_shared_cores_are_no_measurement_of_more_cores()
    {
        var table = Table(Run);
        var four = table.Rows.Where(row => row[0].Text == Kind && row[2].Text == "4").ToArray();

        four.Select(row => (Cores: row[1].Text, Measured: row[3].Number!.Reason is null, Role: row[7].Text)).Should().Equal(("2", true, "test"), ("4", false, "model"));
    }

    [Fact]
    public void A_pools_memory_has_a_fixed_part_and_a_fleets_has_none()
    {
        var table = Table(Run);

        SyntheticRun.Number(table, "modelMemory", Kind, "64").Value.Should().BeApproximately(20 + (64 * 80), 1e-6);
        SyntheticRun.Number(table, "modelMemory", "native-1t@fleet", "64").Value.Should().Be(64 * 60);
        SyntheticRun.Number(table, "measuredMemory", Kind, "fitted").Value.Should().Be(180);
        SyntheticRun.Number(table, "measuredMemory", "native-1t@fleet", "fitted").Value.Should().Be(120);
        table.Notes.Should().Contain(note => note.Contains("a fixed part of 20.0 MiB [20.0, 20.0] and 80.0 MiB [80.0, 80.0] per instance"));
    }

    [Fact]
    public void A_fixed_part_that_may_be_none_is_not_told()
    {
        var run = new SyntheticRun().With(Batch, Pool(1), Uneven(100), SyntheticRun.Eight(40)).With(Batch, Pool(2), Uneven(200), SyntheticRun.Eight(25));

        Table(run).Notes.Should().Contain(note => note.Contains("its fixed part cannot be told from none"));
    }

    [Fact]
    public void The_sentence_says_how_far_it_reaches()
    {
        SyntheticRun.Sentence(Table(Run)).Should().StartWith($"Measured on 2 cores; for 8 cores the model has {Kind} ")
            .And.Contain("MiB").And.Contain("; native-1t@fleet ").And.EndWith(" Measure there before relying on more.");
        Table(Run).Notes.Should().Contain(note => note.Contains("This machine has 2 cores: every row beyond them is extrapolated, that of 64 cores to 32.0 times"));
    }

    [Fact]
    public void A_size_that_leaves_instances_idle_is_left_out_of_the_model()
    {
        var table = Table(Run.With(Batch, Pool(3), SyntheticRun.Eight(39)));

        SyntheticRun.Cell(table, "role", Kind, "3").Text.Should().Be("left out");
        SyntheticRun.Cell(table, "modelError", Kind, "3").Text.Should().Contain("4 jobs over 3 instances leave some idle");
    }

    [Fact]
    public void One_core_makes_no_model()
    {
        var table = Table(new SyntheticRun(Cores: 1).With(Batch, Pool(1), SyntheticRun.Eight(40)).With(Batch, Pool(2), SyntheticRun.Eight(40)));

        SyntheticRun.Sentence(table).Should().Be("none: no point is of two or more instances that have a core each, of 1");
        table.Rows[0][3].Number!.Reason.Should().BeNull("what was measured needs no model");
        table.Rows[0][4].Number!.Reason.Should().NotBeNull();
    }

    private static Lane Pool(int instances) => SyntheticRun.Default.Over(LaneMode.Pool, instances);

    private static Lane Native(int instances) => Lane.NativeOneThread.Over(LaneMode.Fleet, instances);

    private static Func<Measurement, Measurement> Resident(long mebibytes) => row => row with { PeakResidentBytes = mebibytes * Mebibyte };

    private static Func<Measurement, Measurement> Uneven(long mebibytes) =>
        row => row with { PeakResidentBytes = (mebibytes + (row.Round % 2 == 0 ? 10 : -10)) * Mebibyte };

    private static AxisTable Table(SyntheticRun run) => new CapacityAxis().Read(run.Input())!;
}
