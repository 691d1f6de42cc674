using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;
using static Afmpeg.Perf.SelfTests.Harness.DecisionRun;

namespace Afmpeg.Perf.SelfTests.Rules.Decisions;

/// <summary>What the tables say of <see cref="DecisionRun"/>.</summary>
public sealed class DecisionTablesRules
{
    [Fact]
    public void Every_table_has_a_cell_per_column_and_a_legend_per_column()
    {
        var tables = Tables(Board(Whole()));

        tables.Select(table => table.Id).Should().Equal("ladder", "caller-guidance", "levers", "sensitivity", "cores", "lever-gains");
        tables.Should().OnlyContain(table => table.Rows.All(row => row.Length == table.Columns.Length)
            && table.Columns.All(column => column.Legend.EndsWith('.')));
        Table(Board(Whole()), "levers").Rows[0][0].Text.Should().Be("none");
        Tables(new LeverBoard([], [], [])).Should().BeEmpty();
    }

    [Fact]
    public void The_ladder_has_the_multiple_the_factor_gained_and_the_verdict_of_every_step()
    {
        var ladder = Table(Board(Whole()), "ladder");

        Column(ladder, "step").Should().Equal("as shipped", "+ guidance", "+ module-build", "+ the rest");
        Column(ladder, "lane").Should()
            .Equal("wazero-cancel+Oz-shipped", "wazero+Oz-shipped", "wazero+O3-simd128-msa", "wasmtime+O3-simd128-msa");
        ShouldBe(Numbers(ladder, "multiple"), 140, 14, 6, 3);
        ShouldBe(Numbers(ladder, "gained"), null, 10, 14.0 / 6, 2);
        Column(ladder, "verdict").Should().Equal("exceeded", "exceeded", "within", "within");
    }

    [Fact]
    public void A_step_that_was_not_measured_says_so_and_the_next_gain_is_over_the_last_measured_one()
    {
        var run = new AxisRun().Add(Transcode, Lane.Native, 1).Add(Transcode, MatrixDesign.ShippedLane, 14);

        var ladder = Table(Board(run), "ladder", run);

        Column(ladder, "step").Should().Equal("as shipped", "+ guidance", "+ the rest");
        Column(ladder, "multiple").Skip(1).Should().OnlyContain(cell => cell.StartsWith("not measured: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_verdict_flips_where_the_thread_factor_is_the_limit_over_the_one_thread_multiple()
    {
        var cores = Table(Board(Whole()), "cores");

        Column(cores, "case").Select(id => id.Split('/')[^1]).Should()
            .Equal("wazero-cancel+Oz-shipped", "wazero+Oz-shipped", "wazero+O3-simd128-msa");
        ShouldBe(Numbers(cores, "oneThread"), 112, 11.2, 4.8);
        ShouldBe(Numbers(cores, "threads"), 1.25, 1.25, 1.25);
        ShouldBe(Numbers(cores, "turns"), 8 / 112.0, 8 / 11.2, 8 / 4.8);
        cores.Sentence.TryGet(out var sentence).Should().BeTrue();
        sentence.Should().StartWith("On 2 cores, threads make native 1.25 times as fast. ")
            .And.Contain(": at more than 1.67 times, ").And.EndWith("/wazero+O3-simd128-msa exceeds export-multiple.");
    }

    [Fact]
    public void The_decision_flips_where_the_limit_reaches_an_interval()
    {
        var point = Sensitivity.Of(Board(Whole())).Should().ContainSingle().Which;

        var there = DecisionRule.Decide(Board(Whole(), 8 * point.Factor!.Value));
        (there.Outcome, there.Lever?.Change.Id).Should().Be((point.Decision!.Outcome, point.Decision.Lever?.Change.Id))
            .And.NotBe((DecisionOutcome.Go, "module-build"));
        Table(Board(Whole()), "sensitivity").Rows.Should().ContainSingle();
    }

    [Fact]
    public void A_limit_inside_the_levers_interval_leaves_the_decision_open()
    {
        var board = Board(Shipped().Add(Transcode, MatrixDesign.UncheckedLane, 60).AddUnsteady(Transcode, OtherBuild, 6));

        var point = Sensitivity.Of(board).Should().ContainSingle().Which;

        var high = Observed(board.Levers.Single(lever => lever.Change.Id == "module-build").Effects[0].With!).High;
        point.Factor.Should().BeApproximately(high / 8, 1e-4, "below its upper end the interval straddles the limit");
        point.Decision!.Outcome.Should().Be(DecisionOutcome.Undecided);
    }

    [Fact]
    public void A_limit_is_surely_exceeded_only_further_from_the_interval_than_its_end()
    {
        var run = Shipped().AddUnsteady(Transcode, MatrixDesign.UncheckedLane, 14).Add(Transcode, OtherBuild, 2);
        var board = Board(run);

        var point = Sensitivity.Of(board).Should().ContainSingle().Which;

        point.Factor.Should().BeInRange(1.01, 0.999 * Observed(board.Guided[0]).Low / 8, "it must hold among all limits");
        point.Decision!.Outcome.Should().Be(DecisionOutcome.Undecided);
    }

    [Fact]
    public void The_limits_of_a_profile_move_together_as_do_all_limits_and_may_flip_a_decision_that_none_flips_alone()
    {
        var run = Whole();
        Job[] jobs = [Transcode, AxisRun.Job(subject: "b"), AxisRun.Job(subject: "c")];
        foreach (var job in jobs[1..])
        {
            run.Add(job, Lane.Native, 1).Add(job, MatrixDesign.ShippedLane, 140).Add(job, MatrixDesign.UncheckedLane, 14)
                .Add(job, OtherBuild, 6);
        }

        var service = CannedLimits.Multiple.Profile with { Id = "service" };
        ImmutableArray<Limit> limits = [.. jobs.Zip("abc", (job, name) => CannedLimits.Multiple with
        {
            Id = $"{name}",
            Cases = new Glob(new BenchmarkCase(job, MatrixDesign.ShippedLane).Id),
            Profile = name == 'c' ? service : CannedLimits.Multiple.Profile,
        })];
        var board = LeverBoard.Of(run.Input, DecisionRun.Thresholds(8) with { Limits = limits }, Reading<NoiseFloor>.Unavailable("canned"));

        var points = Sensitivity.Of(board);

        points.Select(point => string.Join('+', point.Limits.Select(one => one.Id))).Should().Equal("a", "b", "c", "a+b", "a+b+c");
        points.Take(4).Should().OnlyContain(point => point.Factor == null);
        points[4].Factor.Should().BeApproximately(6.0 / 8, 1e-3, "there the lever's 6 reaches the limits");
        points[4].Decision!.Outcome.Should().Be(DecisionOutcome.Undecided);
        Sensitivity.Table(points)!.Rows.Select(row => row[0].Text).Should()
            .Equal("a", "b", "c", "the 2 limits of export", "all 3 limits");
    }

    [Theory]
    [InlineData(2, 16)]
    [InlineData(0.5, 4)]
    public void A_factor_above_1_loosens_both_kinds_of_limit(double factor, double most)
    {
        FlipPoint.Moved(CannedLimits.Multiple, factor).AtMost.Should().Be(most);
        FlipPoint.Moved(CannedLimits.Multiple with { AtMost = null, AtLeast = 8 }, factor).AtLeast.Should().Be(8 / factor);
    }

    private static AxisRun Shipped() => new AxisRun().Add(Transcode, Lane.Native, 1).Add(Transcode, Lane.NativeOneThread, 1.25)
        .Add(Transcode, MatrixDesign.ShippedLane, 140);

    private static Estimate Observed(Finding finding) => finding.Observed.TryGet(out var seen) ? seen : default!;

    private static ImmutableArray<AxisTable> Tables(LeverBoard board, AxisRun? run = null) =>
        DecisionTables.Of((run ?? Whole()).Input, board, DecisionRule.Decide(board), isDecisive: true);

    private static AxisTable Table(LeverBoard board, string id, AxisRun? run = null) => Tables(board, run).Single(table => table.Id == id);

    private static string[] Column(AxisTable table, string key) => [.. Cells(table, key).Select(cell => cell.Text)];

    private static double?[] Numbers(AxisTable table, string key) =>
        [.. Cells(table, key)
            .Select(cell => cell.Number is { } number && number.TryGet(out var estimate) ? estimate.Value : (double?)null)];

    private static IEnumerable<AxisCell> Cells(AxisTable table, string key) =>
        table.Rows.Select(row => row[table.Columns.IndexOf(table.Columns.Single(column => column.Key == key))]);

    private static void ShouldBe(double?[] actual, params double?[] expected) => actual.Should().Equal(
        expected, (one, other) => one is null ? other is null : other is { } there && Math.Abs(one.Value - there) < 1e-9);
}
