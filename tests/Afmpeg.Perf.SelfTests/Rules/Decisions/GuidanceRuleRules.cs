using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Decisions;

/// <summary>
/// Guidance first, one lever then, on boards of limits a, b, c: w within, x exceeded, i inconclusive, n not measured, - no bearing.
/// </summary>
public sealed class GuidanceRuleRules
{
    [Fact]
    public void Guidance_that_rescues_everything_is_a_no_go_that_names_it()
    {
        var decision = DecisionRule.Decide(CannedBoard.Guided("xxw", [("stop", true, "ww-")], ("build", 1, "www")));

        decision.Outcome.Should().Be(DecisionOutcome.NoGo);
        decision.Lever.Should().BeNull();
        decision.Sentence.Should().StartWith("no-go: ").And.Contain("exceeds a and b").And.EndWith("within once callers stop (stop)");
        decision.Exceeded.Should().Equal(["a", "b"], "what upstream ships exceeds them until callers follow the guidance");
        decision.Guidance.Should().ContainSingle().Which.Choice.Id.Should().Be("stop");
    }

    [Fact]
    public void A_lever_is_judged_on_what_the_guidance_leaves()
    {
        var decision = DecisionRule.Decide(
            CannedBoard.Guided("xxx", [("stop", true, "wxx"), ("shape", true, "--x")], ("build", 2, "www"), ("fleet", 1, "wxw")));

        decision.Lever!.Change.Id.Should().Be("build");
        decision.Lever.Rescued.Should().Be(2, "the guidance rescues a");
        decision.Sentence.Should().Be("go: too slow as shipped; first stop (stop) and shape (shape), then build (build): as "
            + "shipped, 3 judgements are exceeded (a, b and c); the guidance brings 1 of them within; build brings all of 2 judgements "
            + "that are still exceeded within their limits, at a cost of 2 of 5");
        decision.Exceeded.Should().Equal("a", "b", "c");
    }

    [Fact]
    public void Rejected_guidance_decides_nothing()
    {
        var board = CannedBoard.Guided("xx", [("effort", false, "ww")], ("build", 1, "xw"));

        board.Guided.Should().Equal(board.Today);
        var decision = DecisionRule.Decide(board);
        decision.Outcome.Should().Be(DecisionOutcome.Go);
        decision.Guidance.Should().BeEmpty();
        decision.Sentence.Should().NotContain("effort");
    }

    [Theory]
    [InlineData("xw", "wx", "leaves b exceeded", "'adopted: false' for stop in thresholds.json")]
    [InlineData("xw", "wi", "leaves b not settled", DecisionRule.Remedy)]
    [InlineData("xw", "wn", "leaves b not settled", DecisionRule.Remedy)]
    public void Adopted_guidance_that_breaks_a_limit_leaves_it_undecided(string today, string effects, string why, string settles)
    {
        var decision = DecisionRule.Decide(CannedBoard.Guided(today, [("stop", true, effects)], ("build", 1, "ww")));

        decision.Outcome.Should().Be(DecisionOutcome.Undecided);
        decision.Sentence.Should().Contain($"the adopted guidance stop {why}, which is within without it")
            .And.EndWith($"; {settles} would settle it");
    }

    [Theory]
    [InlineData("ww")]
    [InlineData("--")]
    public void Unneeded_guidance_does_not_change_a_no_go(string effects) =>
        DecisionRule.Decide(CannedBoard.Guided("ww", [("stop", true, effects)])).Sentence.Should()
            .StartWith("no-go: single-threaded Wasm is acceptable for export, close R-AF-12");

    [Fact]
    public void A_no_go_says_what_is_open_without_the_guidance()
    {
        var decision = DecisionRule.Decide(CannedBoard.Guided("iw", [("stop", true, "w-")]));

        decision.Outcome.Should().Be(DecisionOutcome.NoGo);
        decision.Why.Should().StartWith("as shipped, wazero-cancel+Oz-shipped may exceed a, and all of 2 judgements are within once");
    }

    [Fact]
    public void Open_judgements_with_the_guidance_in_place_leave_it_undecided() =>
        DecisionRule.Decide(CannedBoard.Guided("xw", [("stop", true, "i-")])).Sentence.Should()
            .StartWith("undecided: a is not settled with the guidance in place, and nothing else is exceeded");
}
