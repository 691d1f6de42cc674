using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.SelfTests.Rules.Verdicts;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Xunit.Sdk;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

/// <summary>The gate of limits has been seen green, red and skipped, and what it skips is red where that is strict.</summary>
public sealed class LimitGateRules
{
    private const string Id = "transcode/screencast-360p/libx264-veryfast/wasmtime+Oz";

    private static readonly CaseSummary Straddling = CaseSummaries.Measured(Id, 7, 8, 9);
    private static readonly CaseSummary Absent = CaseSummaries.NotMeasured(Id, "wasmtime is not on PATH");

    private readonly List<string> evidence = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_within_passes_with_its_evidence(bool strict)
    {
        Hold(CaseSummaries.Measured(Id, 6, 6.5, 7), strict);

        evidence.Should().ContainSingle().Which.Should().StartWith("Within: The native multiple was 6.50 [6.00, 7.00]");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_exceeded_is_red_and_says_what_is_known(bool strict)
    {
        FluentActions.Invoking(() => Hold(CaseSummaries.Measured(Id, 9, 9.5, 10), strict)).Should().Throw<XunitException>().WithMessage("*but it was 9.50 [9.00, 10.0]*");

        evidence.Should().ContainSingle().Which.Should().StartWith("Exceeded: ");
    }

    [Fact]
    public void What_is_inconclusive_skips_with_its_reason_and_is_red_under_strict()
    {
        FluentActions.Invoking(() => Hold(Straddling, strict: false)).Should().Throw<Xunit.SkipException>().WithMessage("*the interval straddles the limit*");
        FluentActions.Invoking(() => Hold(Straddling, strict: true)).Should().Throw<XunitException>().WithMessage("*AFMPEG_STRICT=1 wants every limit judged*the interval straddles the limit*");

        evidence.Should().HaveCount(2).And.OnlyContain(line => line.StartsWith("Inconclusive: ", StringComparison.Ordinal), "a skipped row shows its evidence, too");
    }

    [Fact]
    public void What_has_no_reading_skips_with_its_reason_and_is_red_under_strict()
    {
        FluentActions.Invoking(() => Hold(Absent, strict: false)).Should().Throw<Xunit.SkipException>().WithMessage("*wasmtime is not on PATH*");
        FluentActions.Invoking(() => Hold(Absent, strict: true)).Should().Throw<XunitException>().WithMessage("*wasmtime is not on PATH*");
    }

    [Fact]
    public void An_exceeded_limit_is_red_although_another_could_not_be_judged()
    {
        var findings = Judge.Findings(
            JudgeRules.Of(JudgeRules.AtMost(8), JudgeRules.AtMost(9.7)), [CaseSummaries.Measured(Id, 9, 9.5, 10)], JudgeRules.NoFloor);

        findings.Select(finding => finding.Verdict).Should().Equal(Verdict.Exceeded, Verdict.Inconclusive);
        FluentActions.Invoking(() => LimitGate.Hold(findings, Undecided, strict: false, evidence.Add)).Should().Throw<XunitException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_case_that_no_limit_judges_passes_and_says_so(bool strict)
    {
        LimitGate.Hold([], Undecided, strict, evidence.Add);

        evidence.Should().Equal("no limit of this kind judges the case");
    }

    [Fact]
    public void A_case_that_was_not_measured_skips_with_its_reason_and_is_red_under_strict()
    {
        FluentActions.Invoking(() => LimitGate.Measured(Absent, strict: false)).Should().Throw<Xunit.SkipException>().WithMessage("not measured: wasmtime is not on PATH");
        FluentActions.Invoking(() => LimitGate.Measured(Absent, strict: true)).Should().Throw<XunitException>().WithMessage("*AFMPEG_STRICT=1 wants every case measured*");
    }

    [Fact]
    public void A_case_that_was_measured_or_failed_is_not_skipped()
    {
        LimitGate.Measured(Straddling, strict: true);
        LimitGate.Measured(Absent with { Failure = "round 2: exit status 1" }, strict: false);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_the_recorded_decision_rests_on_is_told_and_skipped_and_everything_else_is_red(bool strict)
    {
        var shipped = Judge.Findings(
            JudgeRules.Of(JudgeRules.AtMost(8) with { Cases = new("*") }), [CaseSummaries.Measured($"transcode/screencast-360p/libx264-veryfast/{MatrixDesign.ShippedLane.Name}", 13, 14, 15)], JudgeRules.NoFloor);
        var go = Undecided with { Outcome = DecisionOutcome.Go, Lever = "module-build", Exceeded = [shipped[0].Limit.Id] };

        FluentActions.Invoking(() => LimitGate.Hold(shipped, go, strict, evidence.Add)).Should().Throw<Xunit.SkipException>().WithMessage("*to promote module-build for that*but it was 14.0*");
        FluentActions.Invoking(() => LimitGate.Hold(shipped, go with { Exceeded = [] }, strict, evidence.Add)).Should().Throw<XunitException>();
        FluentActions.Invoking(() => LimitGate.Hold(shipped, go with { Outcome = DecisionOutcome.Undecided }, strict, evidence.Add)).Should().Throw<XunitException>();
    }

    private static RecordedDecision Undecided { get; } = new("R-AF-12", DecisionOutcome.Undecided, null, "canned", new DateOnly(2026, 7, 1));

    private void Hold(CaseSummary summary, bool strict) =>
        LimitGate.Hold(Judge.Findings(JudgeRules.Of(JudgeRules.AtMost(8)), [summary], JudgeRules.NoFloor), Undecided, strict, evidence.Add);
}
