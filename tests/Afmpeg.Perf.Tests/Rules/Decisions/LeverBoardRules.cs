using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Rules.Decisions;

/// <summary>What the board says of a run in which native takes 1 s, what is shipped 14, another build 6, another engine 9, both 3.</summary>
public sealed class LeverBoardRules
{
    private static readonly Reading<NoiseFloor> NoFloor = Reading<NoiseFloor>.NotMeasured("canned");
    private static readonly Job Transcode = AxisRun.Job();
    private static readonly Lane OtherBuild = Lane.Wasm(MatrixDesign.ShippedEngine, MatrixDesign.DefaultBuild);
    private static readonly Lane OtherEngine = Lane.Wasm(MatrixDesign.OtherEngine, MatrixDesign.ShippedBuild);

    [Fact]
    public void A_lever_is_read_alone_and_on_top_of_the_others()
    {
        var build = Lever(Run(), "module-build");

        build.Alone.Should().ContainSingle().Which.Times.Should().Match<Reading<Estimate>>(times => Is(times, 14.0 / 6));
        build.OnTop.Should().ContainSingle().Which.Times.Should().Match<Reading<Estimate>>(times => Is(times, 3.0), "where the engine is the default one already");
        var engine = Lever(Run(), "engine");
        engine.Alone.Should().ContainSingle().Which.Times.Should().Match<Reading<Estimate>>(times => Is(times, 14.0 / 9));
        engine.OnTop.Should().ContainSingle().Which.Times.Should().Match<Reading<Estimate>>(times => Is(times, 2.0), "where the build is the default one already");
    }

    [Fact]
    public void A_limit_goes_with_its_case_to_what_that_becomes()
    {
        var board = Board(Run());

        board.Today.Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Exceeded);
        Lever(board, "module-build").Effects.Should().ContainSingle().Which.Should().Match<LeverEffect>(effect => effect.IsRescued && effect.With!.Case.Case.Lane == OtherBuild);
        Lever(board, "engine").Effects.Should().ContainSingle().Which.Should().Match<LeverEffect>(effect => !effect.IsRescued && effect.With!.Verdict == Verdict.Exceeded);
        Lever(board, "fleet").Effects.Should().ContainSingle().Which.With.Should().BeNull("one job is no batch");
        DecisionRule.Decide(board).Lever!.Lever.Id.Should().Be("module-build");
    }

    [Fact]
    public void What_a_run_did_not_plan_is_no_verdict_against_a_lever()
    {
        var run = new AxisRun().Add(Transcode, Lane.Native, 1).Add(Transcode, MatrixDesign.ShippedLane, 14);

        var lever = Lever(run, "module-build");

        lever.Effects.Should().ContainSingle().Which.With.Should().BeNull();
        lever.Alone.Should().BeEmpty();
        lever.Costs.DownloadBytes.WhyNot.Should().Contain("no case of what upstream ships that it changes");
    }

    [Fact]
    public void A_batch_gains_throughput_of_a_fleet()
    {
        var batch = AxisRun.Job(Breadth.Fleet, subject: "handheld-360p-x4") with { Workload = "batch", Copies = 4 };
        var fleet = Lever(
            new AxisRun().Add(batch, Lane.Native, 1)
                .Add(batch, MatrixDesign.ShippedLane.Over(LaneMode.Fleet, 1), 20).Add(batch, MatrixDesign.ShippedLane.Over(LaneMode.Fleet, 2), 10),
            "fleet");

        fleet.Alone.Should().ContainSingle().Which.Should().Match<LeverGain>(gain => gain.IsThroughput && Is(gain.Times, 2.0));
    }

    [Fact]
    public void Costs_are_the_differences_to_what_is_shipped()
    {
        var costs = Lever(Run().AddModule(MatrixDesign.ShippedBuild, 1000).AddModule(MatrixDesign.DefaultBuild, 1300), "module-build").Costs;

        costs.DownloadBytes.Should().BeEquivalentTo(Reading<double>.Of(300));
        costs.BdRatePercent.WhyNot.Should().NotBeNull("native-portable was not run, so that nobody knows whether the pictures are the same");
    }

    [Fact]
    public void The_decision_flips_where_the_limit_reaches_an_interval()
    {
        var run = Run().Input;

        var point = Sensitivity.Of(LeverBoard.Of(run, Thresholds(8), NoFloor)).Should().ContainSingle().Which;

        point.Bound.Should().NotBeNull();
        point.Decision.Should().NotBeNull();
        DecisionRule.Decide(LeverBoard.Of(run, Thresholds(point.Bound!.Value), NoFloor)).Outcome.Should().Be(point.Decision!.Outcome);
        (point.Decision.Outcome, point.Decision.Lever?.Lever.Id).Should().NotBe((DecisionOutcome.Go, "module-build"));
    }

    [Fact]
    public void One_limit_edited_turns_the_decision()
    {
        var run = Run().Input;

        DecisionRule.Decide(LeverBoard.Of(run, Thresholds(8), NoFloor)).Sentence.Should().StartWith("go: promote module-build");
        DecisionRule.Decide(LeverBoard.Of(run, Thresholds(20), NoFloor)).Sentence.Should().StartWith("no-go: single-threaded Wasm is acceptable for export");
    }

    [Fact]
    public void Every_table_has_a_cell_per_column_and_what_leaves_all_as_it_is_in_its_first_row()
    {
        var board = Board(Run());

        foreach (var table in new[] { LeverTable.Board(board, DecisionRule.Decide(board))!, LeverTable.Gains(board)! })
        {
            table.Rows.Should().OnlyContain(row => row.Length == table.Columns.Length);
            table.Columns.Should().OnlyContain(column => column.Legend.EndsWith('.'));
        }

        LeverTable.Board(board, DecisionRule.Decide(board))!.Rows[0][0].Text.Should().Be("accept-as-is");
        LeverTable.Gains(new LeverBoard([], [])).Should().BeNull();
    }

    private static AxisRun Run() => new AxisRun().Add(Transcode, Lane.Native, 1)
        .Add(Transcode, MatrixDesign.ShippedLane, 14).Add(Transcode, OtherBuild, 6).Add(Transcode, OtherEngine, 9).Add(Transcode, MatrixDesign.DefaultLane, 3);

    private static Thresholds Thresholds(double most) => CannedLimits.Thresholds with
    {
        Limits = [CannedLimits.Multiple with { AtMost = most, Cases = new Glob($"*/{MatrixDesign.ShippedLane.Name}") }],
        Levers = [new("module-build", 2, "canned"), new("engine", 5, "canned")],
    };

    private static LeverBoard Board(AxisRun run) => LeverBoard.Of(run.Input, Thresholds(8), NoFloor);

    private static LeverReading Lever(AxisRun run, string id) => Lever(Board(run), id);

    private static LeverReading Lever(LeverBoard board, string id) => board.Levers.Single(lever => lever.Lever.Id == id);

    private static bool Is(Reading<Estimate> reading, double times) => reading.TryGet(out var estimate) && Math.Abs(estimate.Value - times) < 1e-9;
}
