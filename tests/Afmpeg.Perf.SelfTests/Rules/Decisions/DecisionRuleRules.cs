using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Decisions;

/// <summary>
/// Every branch of the rule, on boards of limits a, b, c: w within, x exceeded, i inconclusive, n not measured, - no bearing.
/// </summary>
public sealed class DecisionRuleRules
{
    [Theory]
    [InlineData("w")]
    [InlineData("www")]
    public void If_everything_is_within_its_limit_the_decision_is_no_go_whatever_the_levers_gain(string today)
    {
        var decision = DecisionRule.Decide(CannedBoard.Of(today, ("cheap", 1, today)));

        decision.Outcome.Should().Be(DecisionOutcome.NoGo);
        decision.Lever.Should().BeNull();
        decision.Sentence.Should().StartWith("no-go: single-threaded Wasm is acceptable for export, close R-AF-12");
        decision.Numbers.Should().HaveCount(Math.Min(3, today.Length));
    }

    [Theory]
    [InlineData("xx", "ww", "xw", "first", "the one that rescues the most")]
    [InlineData("xx", "xw", "ww", "second", "the one that rescues the most, wherever it stands")]
    [InlineData("xw", "ww", "ww", "first", "among equals in all, the one that stands first")]
    [InlineData("xwx", "wxw", "wwx", "second", "one that breaks a limit is none")]
    [InlineData("xw", "-w", "ww", "second", "one without bearing rescues nothing")]
    public void The_lever_that_rescues_most_without_breaking_a_limit_is_chosen(string today, string first, string second, string expected,
        string because)
    {
        var decision = DecisionRule.Decide(CannedBoard.Of(today, ("first", 2, first), ("second", 2, second)));

        decision.Outcome.Should().Be(DecisionOutcome.Go);
        decision.Lever!.Change.Id.Should().Be(expected, because);
        decision.Sentence.Should().StartWith($"go: too slow as shipped; promote {expected}, {expected} ({expected}): "
            + $"{MatrixDesign.ShippedLane.Name} exceeds ");
        decision.Exceeded.Should().Equal(today.Select((verdict, index) => (verdict, Id: $"{(char)('a' + index)}"))
            .Where(limit => limit.verdict == 'x').Select(limit => limit.Id));
    }

    [Fact]
    public void The_reason_names_open_limits_that_the_lever_leaves_exceeded()
    {
        DecisionRule.Decide(CannedBoard.Of("xi", ("build", 2, "wx"))).Why.Should().EndWith(
            $"; with it, b is exceeded: transcode/b/libx264-veryfast/{MatrixDesign.ShippedLane.Name}");
        DecisionRule.Decide(CannedBoard.Of("xi", ("build", 2, "wi"))).Why.Should().NotContain("with it");
    }

    [Fact]
    public void The_reason_names_exceeded_limits_that_the_lever_may_not_meet_and_what_would_settle_it()
    {
        var decision = DecisionRule.Decide(CannedBoard.Of("xx", ("build", 2, "wi")));

        decision.Why.Should().EndWith("; whether it meets b is open for transcode/b/libx264-veryfast/"
            + MatrixDesign.ShippedLane.Name);
        decision.Settles.Should().ContainSingle().Which.Should().Contain("transcode/b/");
    }

    [Fact]
    public void The_cheaper_of_equal_levers_is_preferred_and_a_dearer_one_that_may_rescue_as_much_does_not_hold_it_up()
    {
        DecisionRule.Decide(CannedBoard.Of("xx", ("first", 3, "ww"), ("cheaper", 2, "ww"))).Lever!.Change.Id.Should().Be("cheaper");
        DecisionRule.Decide(CannedBoard.Of("xx", ("cheap", 1, "ww"), ("dear", 4, "wi"))).Lever!.Change.Id.Should().Be("cheap");
        DecisionRule.Decide(CannedBoard.Of("")).Sentence.Should().StartWith("undecided: no limit judges what upstream ships");
    }

    [Theory]
    [InlineData("wx", "ww", "other", "whatever the last resort rescues")]
    [InlineData("wx", "wi", "other", "and whatever it may yet rescue")]
    [InlineData("xx", "wx", "last", "nothing else helps")]
    public void A_lever_of_the_highest_cost_is_a_last_resort(string other, string last, string expected, string because) =>
        DecisionRule.Decide(CannedBoard.Of("xx", ("last", LeverRating.Most, last), ("other", 4, other))).Lever!.Change.Id
            .Should().Be(expected, because);

    [Theory]
    [InlineData("xx", "wx", "ii", "it may rescue both")]
    [InlineData("xx", "wx", "nn", "what was planned and not measured may, too")]
    [InlineData("xi", "wx", "iw", "and so may one that would be first among equals, were what is open today exceeded")]
    public void A_lever_that_may_yet_overtake_leaves_it_undecided(string today, string sure, string rival, string because)
    {
        var decision = DecisionRule.Decide(CannedBoard.Of(today, ("sure", 3, sure), ("rival", 2, rival)));

        decision.Outcome.Should().Be(DecisionOutcome.Undecided, because);
        decision.Sentence.Should().Contain("rival may rescue more").And.EndWith("; afmpeg-perf run --tier full --decision would settle it");
    }

    [Theory]
    [InlineData("wi", "not settled")]
    [InlineData("wn", "not settled")]
    public void With_nothing_exceeded_but_something_open_the_decision_is_undecided(string today, string why)
    {
        var decision = DecisionRule.Decide(CannedBoard.Of(today));

        decision.Outcome.Should().Be(DecisionOutcome.Undecided);
        decision.Sentence.Should().Contain(why).And.Contain("b is");
        decision.Settles.Should().Equal("afmpeg-perf run --tier full --decision");
    }

    [Fact]
    public void Cases_left_open_beside_a_go_are_named_one_by_one_since_each_alone_makes_it_firmer() =>
        DecisionRule.Decide(CannedBoard.Of("xi", ("only", 1, "ww"))).Settles.Should()
            .Equal("afmpeg-perf run --tier full --filter 'transcode/b/libx264-veryfast/wazero-cancel+Oz-shipped' --budget 30m");

    [Theory]
    [InlineData("x", "no lever that was measured rescues any", "a limit that a consumer names, or a lever that is not on the board")]
    [InlineData("-", "no lever that was measured rescues any", "afmpeg-perf run --tier full --decision")]
    [InlineData("i", "whether a lever rescues them and breaks nothing is not settled", "afmpeg-perf run --tier full --decision")]
    [InlineData("n", "whether a lever rescues them and breaks nothing is not settled", "afmpeg-perf run --tier full --decision")]
    public void An_exceeded_limit_that_nothing_surely_rescues_is_undecided(string effect, string why, string remedy)
    {
        var decision = DecisionRule.Decide(CannedBoard.Of("x", ("only", 1, effect)));

        decision.Outcome.Should().Be(DecisionOutcome.Undecided);
        decision.Sentence.Should().Contain(why).And.EndWith($"; {remedy} would settle it");
    }

    [Theory]
    [InlineData("xw", "wi", "whether a lever rescues them and breaks nothing is not settled")]
    [InlineData("xw", "wn", "whether a lever rescues them and breaks nothing is not settled")]
    [InlineData("xw", "wx", "no lever that was measured rescues any without breaking another")]
    public void Doubt_about_harm_leaves_it_undecided_and_certain_harm_rules_a_lever_out(string today, string effects, string why) =>
        DecisionRule.Decide(CannedBoard.Of(today, ("only", 1, effects))).Should().Match<MeasuredDecision>(
            decision => decision.Outcome == DecisionOutcome.Undecided && decision.Sentence.Contains(why));

    [Fact]
    public void A_lever_that_rescues_more_and_may_do_no_harm_holds_up_the_other_one() =>
        DecisionRule.Decide(CannedBoard.Of("xxw", ("more", 2, "wwi"), ("less", 1, "wxw"))).Sentence.Should()
            .Contain("but more may rescue more");

    [Fact]
    public void A_complete_run_never_advises_measuring_the_same_again()
    {
        foreach (var board in (LeverBoard[])[CannedBoard.Of("wi"), CannedBoard.Of("x", ("only", 1, "i")),
            CannedBoard.Of("xx", ("sure", 3, "wx"), ("rival", 2, "ii")), CannedBoard.Of("x", ("only", 1, "-"))])
        {
            DecisionRule.Decide(board).Settles.Should().Contain(DecisionRule.Remedy, "the control: a run that is not complete");
            DecisionRule.Decide(board with { IsComplete = true }).Settles.Should().NotBeEmpty().And.NotContain(DecisionRule.Remedy);
        }

        DecisionRule.Decide(CannedBoard.Of("wi") with { IsComplete = true }).Settles.Should()
            .Equal("afmpeg-perf run --tier full --filter 'transcode/b/libx264-veryfast/wazero-cancel+Oz-shipped' --budget 30m");
        DecisionRule.Decide(CannedBoard.Of("wn") with { IsComplete = true }).Settles.Should().ContainSingle().Which.Should()
            .StartWith("a machine that measures transcode/b/");
    }

    [Fact]
    public void A_different_outcome_lever_or_exceeded_limit_contradicts_the_record_and_an_open_question_does_not()
    {
        var go = DecisionRule.Decide(CannedBoard.Of("xw", ("build", 1, "ww")));
        var recorded = new RecordedDecision("R-AF-12", DecisionOutcome.Go, "build", "canned",
            new DateOnly(2026, 11, 25))
        { Exceeded = ["a"] };

        go.Contradicts(recorded).Should().BeFalse();
        go.Contradicts(recorded with { Exceeded = ["a", "b"] }).Should().BeFalse("a quick run judges fewer limits than the full one that "
            + "was recorded");
        go.Contradicts(recorded with { Exceeded = [] }).Should().BeTrue("one more is exceeded");
        go.Contradicts(recorded with { Lever = "fleet" }).Should().BeTrue();
        go.Contradicts(recorded with { Outcome = DecisionOutcome.NoGo, Lever = null }).Should().BeTrue();
        DecisionRule.Decide(CannedBoard.Of("i")).Contradicts(recorded).Should().BeFalse();
    }
}
