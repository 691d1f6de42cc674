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

/// <summary>What the board says of <see cref="DecisionRun"/>.</summary>
public sealed class LeverBoardRules
{
    [Fact]
    public void A_lever_is_read_with_the_guidance_in_place_as_shipped_and_on_top_of_the_others()
    {
        var build = Lever(Whole(), "module-build");

        build.Gains.Should().ContainSingle().Which.Times.Should().Match<Reading<Estimate>>(times => Is(times, 14.0 / 6));
        build.AsShipped.Should().ContainSingle().Which.Times
            .Should().Match<Reading<Estimate>>(times => Is(times, 14.0), "the check stays where nobody follows the guidance");
        build.OnTop.Should().ContainSingle().Which.Times
            .Should().Match<Reading<Estimate>>(times => Is(times, 3.0), "where the engine is the default one already");
        var engine = Lever(Whole(), "engine");
        engine.Gains.Should().ContainSingle().Which.Times.Should().Match<Reading<Estimate>>(times => Is(times, 14.0 / 9));
        engine.OnTop.Should().ContainSingle().Which.Times
            .Should().Match<Reading<Estimate>>(times => Is(times, 2.0), "where the build is the default one already");
    }

    [Fact]
    public void Guidance_comes_first_and_a_limit_follows_its_case_step_by_step()
    {
        var board = Board(Whole());

        board.Today.Should().ContainSingle().Which
            .Should().Match<Finding>(finding => finding.Verdict == Verdict.Exceeded && finding.Case.Case.Lane == MatrixDesign.ShippedLane);
        board.Guided.Should().ContainSingle().Which
            .Should().Match<Finding>(finding => finding.Verdict == Verdict.Exceeded
            && finding.Case.Case.Lane == MatrixDesign.UncheckedLane);
        board.Guidance.Select(guidance => guidance.Change.Id).Should().Equal("effort", "stop", "job-shape");
        board.Guidance[1].Gains.Should().ContainSingle().Which.Times.Should().Match<Reading<Estimate>>(times => Is(times, 10.0));
        Lever(board, "module-build").Effects.Should().ContainSingle().Which
            .Should().Match<LeverEffect>(effect => effect.IsRescued && effect.With!.Case.Case.Lane == OtherBuild);
        Lever(board, "engine").Effects.Should().ContainSingle().Which
            .Should().Match<LeverEffect>(effect => !effect.IsRescued && effect.With!.Case.Case.Lane == OtherEngine);
        Lever(board, "fleet").Effects.Should().ContainSingle().Which.With.Should().BeNull("one job is no batch");
        board.Together.Should().ContainSingle().Which.With!.Case.Case.Lane.Should().Be(Both);
        DecisionRule.Decide(board).Lever!.Change.Id.Should().Be("module-build");
    }

    [Fact]
    public void What_the_decision_rests_on_is_judged_together_with_all_limits_of_the_run()
    {
        var run = new AxisRun().Add(Transcode, Lane.Native, 1).Add(Transcode, MatrixDesign.ShippedLane, 140)
            .AddUnsteady(Transcode, MatrixDesign.UncheckedLane, 12);
        Verdict Guided(int others)
        {
            var other = CannedLimits.Multiple with { AtMost = 1000, Cases = new Glob($"*/{MatrixDesign.UncheckedLane.Name}") };
            var limits = Enumerable.Range(0, others).Select(index => other with { Id = $"other-{index}" });
            var alone = DecisionRun.Thresholds(8);
            var thresholds = alone with { Limits = [.. alone.Limits, .. limits] };
            return LeverBoard.Of(run.Input, thresholds, Reading<NoiseFloor>.Unavailable("canned")).Guided[0].Verdict;
        }

        Guided(others: 0).Should().Be(Verdict.Exceeded);
        Guided(others: 300).Should().Be(Verdict.Inconclusive, "among so many limits it is not unlikely enough");
    }

    [Fact]
    public void A_change_that_the_run_did_not_plan_gives_no_verdict_and_leaves_the_case_as_it_is()
    {
        var run = new AxisRun().Add(Transcode, Lane.Native, 1).Add(Transcode, MatrixDesign.ShippedLane, 14);

        var board = Board(run);

        board.Guided.Should().Equal(board.Today, "the run has no case without the check");
        board.Guidance[1].IsInPlace.Should().BeFalse();
        var lever = Lever(board, "module-build");
        lever.Effects.Should().ContainSingle().Which.With.Should().BeNull();
        lever.Gains.Should().BeEmpty();
        lever.Costs.DownloadBytes.Reason.Should().Contain("no pair of cases with and without it");
    }

    [Fact]
    public void A_batch_gains_throughput_from_one_runtime_per_core()
    {
        var batch = AxisRun.Job(LaneCoverage.Fleet, subject: "handheld-360p-x4") with { Workload = "batch", Copies = 4 };
        Lane Spread(Lane lane, int size) => lane.Over(LaneMode.Runtimes, size);
        var board = Board(new AxisRun().Add(batch, Lane.Native, 1).Add(batch, Spread(MatrixDesign.ShippedLane, 1), 200)
            .Add(batch, Spread(MatrixDesign.UncheckedLane, 1), 20).Add(batch, Spread(MatrixDesign.UncheckedLane, 2), 10)
            .Add(batch, Both.Over(LaneMode.Pool, 2), 2));

        board.Guided.Should().ContainSingle().Which.Case.Case.Lane.Name.Should().Be("wazero+Oz-shipped@runtimes1");
        Lever(board, "fleet").Gains.Should().ContainSingle().Which
            .Should().Match<LeverGain>(gain => gain.IsThroughput && Is(gain.Times, 2.0));
        board.Together.Should().ContainSingle().Which.With!.Case.Case.Lane.Name
            .Should().Be("wasmtime+O3-simd128-msa@pool2", "another engine's instances share a module");
    }

    [Fact]
    public void Guidance_that_leads_to_no_measured_case_is_skipped_and_the_next_one_is_applied()
    {
        var once = AxisRun.Job(subject: "stills-2s") with { Workload = "reel" };
        var naive = once with { Subject = "stills-2s-naive" };
        var scope = new LeverScope([new(naive, MatrixDesign.ShippedLane), new(once, MatrixDesign.ShippedLane)], 2);
        var adopted = LeverCatalog.Adopted(Thresholds(8).Guidance);

        adopted.Select(change => change.Id).Should().Equal("stop", "job-shape");
        scope.UnderEach(scope.Cases[0], adopted).Should().Be(scope.Cases[1]);
        scope.UnderAll(scope.Cases[0], adopted).Should().BeNull("without the check neither was measured");
    }

    [Fact]
    public void Costs_are_the_differences_from_what_is_shipped_with_the_guidance_in_place()
    {
        var costs = Lever(Whole().AddModule(MatrixDesign.ShippedBuild, 1000).AddModule(MatrixDesign.DefaultBuild,
            1300), "module-build").Costs;

        costs.DownloadBytes.Should().BeEquivalentTo(Reading<double>.Of(300));
        costs.BdRatePercent.Reason
            .Should().NotBeNull("native-portable was not run, so that nobody knows whether the pictures are the same");
    }

    [Fact]
    public void Editing_one_limit_changes_the_decision()
    {
        DecisionRule.Decide(Board(Whole(), 8)).Sentence.Should()
            .StartWith("go: too slow as shipped; first check the deadline in host calls").And
            .Contain(", then compile the module as O3-simd128-msa instead of Oz-shipped (module-build): ");
        DecisionRule.Decide(Board(Whole(), 20)).Sentence.Should()
            .StartWith("no-go: no lever is needed, adopt the guidance and close R-AF-12: ");
        DecisionRule.Decide(Board(Whole(), 200)).Sentence.Should().StartWith("no-go: single-threaded Wasm is acceptable for export");
    }

    private static LeverReading Lever(AxisRun run, string id) => Lever(Board(run), id);

    private static LeverReading Lever(LeverBoard board, string id) => board.Levers.Single(lever => lever.Change.Id == id);

    private static bool Is(Reading<Estimate> reading, double times) =>
        reading.TryGet(out var estimate) && Math.Abs(estimate.Value - times) < 1e-9;
}
