using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Verdicts;

public sealed class ThresholdsTextRules
{
    private static readonly RecordedDecision Go =
        new("R-AF-12", DecisionOutcome.Go, "module-build", "it \"pays\" <soon> – für alle", new DateOnly(2026, 11, 25))
        {
            Exceeded = ["a", "b"],
        };

    [Fact]
    public void A_decision_replaces_only_the_one_before_it()
    {
        const string Text = "// head\n{\n  \"x\": { \"decision\": 1 },\n  // why\n"
            + "  \"decision\": { \"outcome\": \"undecided\", /* } */ \"lever\": null, },\n  \"limits\": [], // tail\n}\n";

        var written = ThresholdsText.With(Text, Go);

        written.Should().StartWith("// head\n{\n  \"x\": { \"decision\": 1 },\n  // why\n"
            + "  \"decision\": {\n    \"requirement\": \"R-AF-12\",\n    \"outcome\": \"go\",\n");
        written.Should().EndWith("\n  },\n  \"limits\": [], // tail\n}\n");
        written.Should().Contain("\"exceeded\": [\n").And.Contain("für alle").And.Contain("\"date\": \"2026-11-25\"");
        ThresholdsText.With(written, Go).Should().Be(written, "writing it twice changes nothing");
    }

    [Fact]
    public void A_byte_order_mark_stays() =>
        ThresholdsText.With("\uFEFF{\"decision\":{}}", Go).Should().StartWith("\uFEFF{\"decision\":{\n").And.EndWith("}}");
}
