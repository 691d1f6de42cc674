using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class PromotionDocumentRules
{
    private static readonly RunReport Canned = new CannedRun().Report();

    [Fact]
    public void A_go_drafts_an_implementation_spec_with_everything_it_needs()
    {
        var report = Canned with { Measured = DecisionRule.Decide(CannedBoard.Of("xw", ("build", 2, "ww"))) };

        var document = PromotionDocument.Render(report);

        PromotionDocument.SlugOf(report).Should().Be("build");
        document.Should().ContainAll(
            "# build", "run canned", "## Problem", "## Guidance to follow first", "## What the lever gains", "## What the lever costs",
            ": 2 of 5", "## Interface", "## Acceptance", "- `a` (thresholds.json:31): native multiple at most 8.", "## Risks",
            "## What would falsify it", "--seed 4711");
        document.Should().NotContain("\r").And.EndWith("\n");
    }

    [Fact]
    public void A_lever_that_the_suite_has_built_brings_its_recipe()
    {
        var measured = DecisionRule.Decide(CannedBoard.Of("xw", ("build", 2, "ww")));
        var built = measured.Lever! with { Change = measured.Lever.Change with { Recipe = "With `flags`." } };

        PromotionDocument.Render(Canned with { Measured = measured }).Should().NotContain("## How it is built");
        PromotionDocument.Render(Canned with { Measured = measured with { Lever = built } })
            .Should().Contain("\n## How it is built\n\nWith `flags`.\n\n## Interface\n");
    }

    [Fact]
    public void The_document_contains_the_guidance_for_a_go_and_for_a_no_go()
    {
        var go = Canned with { Measured = DecisionRule.Decide(CannedBoard.Guided("xx", [("stop", true, "wx")], ("build", 2, "-w"))) };
        var closed = Canned with { Measured = DecisionRule.Decide(CannedBoard.Guided("x", [("stop", true, "w")])) };

        PromotionDocument.Render(go).Should().Contain("| stop (stop) | ");
        PromotionDocument.Render(closed).Should().Contain("## Guidance that this assumes").And.Contain("| stop (stop) | ");
    }

    [Fact]
    public void A_no_go_closes_the_requirement_with_what_was_measured()
    {
        var report = Canned with { Measured = DecisionRule.Decide(CannedBoard.Of("ww")) };

        PromotionDocument.SlugOf(report).Should().Be("close-r-af-12");
        PromotionDocument.Render(report).Should().StartWith("# R-AF-12 is closed")
            .And.Contain("no-go: single-threaded Wasm is acceptable for export").And.Contain("## When to reopen it");
    }

    [Fact]
    public void An_undecided_outcome_has_no_document()
    {
        PromotionDocument.SlugOf(Canned).Should().BeNull();
        FluentActions.Invoking(() => PromotionDocument.Render(Canned)).Should().Throw<ArgumentException>();
    }
}
