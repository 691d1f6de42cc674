using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.SelfTests.Rules.Verdicts;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Xunit.Sdk;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

/// <summary>The gate of limits passes, fails and skips rows, and fails what it skips if it is strict.</summary>
public sealed class LimitGateRules
{
    private const string Id = "transcode/screencast-360p/libx264-veryfast/wasmtime+Oz";

    private static readonly CaseSummary Straddling = CaseSummaries.Measured(Id, 7, 8, 9);
    private static readonly CaseSummary Absent = CaseSummaries.NotMeasured(Id, "wasmtime is not on PATH");

    private static readonly RecordedDecision Undecided =
        new("R-AF-12", DecisionOutcome.Undecided, null, "canned", new DateOnly(2026, 7, 1));

    private readonly List<string> evidence = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_case_within_its_limit_passes_with_its_evidence(bool strict)
    {
        Hold(CaseSummaries.Measured(Id, 6, 6.5, 7), strict);

        evidence.Should().ContainSingle().Which.Should().Contain("6.50 [6.00, 7.00]");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_case_beyond_its_limit_fails_with_its_evidence(bool strict)
    {
        Fails(() => Hold(CaseSummaries.Measured(Id, 9, 9.5, 10), strict), "*9.50 *");

        evidence.Should().ContainSingle();
    }

    [Fact]
    public void A_case_that_straddles_its_limit_is_skipped_with_its_evidence_and_fails_if_strict()
    {
        Skips(() => Hold(Straddling, strict: false), "*straddles*");
        Fails(() => Hold(Straddling, strict: true), "*straddles*");

        evidence.Should().HaveCount(2);
    }

    [Fact]
    public void A_case_without_a_reading_is_skipped_with_the_reason_and_fails_if_strict()
    {
        Skips(() => Hold(Absent, strict: false), "*wasmtime is not on PATH*");
        Fails(() => Hold(Absent, strict: true), "*wasmtime is not on PATH*");
    }

    [Fact]
    public void An_exceeded_limit_fails_the_row_even_if_another_could_not_be_judged()
    {
        var findings = Judge.Findings(
            JudgeRules.Of(JudgeRules.AtMost(8), JudgeRules.AtMost(9.7)), [CaseSummaries.Measured(Id, 9, 9.5, 10)], JudgeRules.NoFloor);

        findings.Select(finding => finding.Verdict).Should().Equal(Verdict.Exceeded, Verdict.Inconclusive);
        Fails(() => LimitGate.Hold(findings, Undecided, strict: false, evidence.Add));
    }

    [Fact]
    public void A_row_that_no_limit_judges_fails() => Fails(() => LimitGate.Hold([], Undecided, strict: false, evidence.Add));

    [Fact]
    public void A_case_that_was_not_measured_is_skipped_with_the_reason_and_fails_if_strict()
    {
        Skips(() => LimitGate.Measured(Absent, strict: false), "*wasmtime is not on PATH*");
        Fails(() => LimitGate.Measured(Absent, strict: true));
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
    public void An_excess_that_the_recorded_decision_expects_is_skipped_and_any_other_fails(bool strict)
    {
        var id = $"transcode/screencast-360p/libx264-veryfast/{MatrixDesign.ShippedLane.Name}";
        var limit = JudgeRules.AtMost(8) with { Cases = new("*") };
        var shipped = Judge.Findings(JudgeRules.Of(limit), [CaseSummaries.Measured(id, 13, 14, 15)], JudgeRules.NoFloor);
        var go = Undecided with { Outcome = DecisionOutcome.Go, Lever = "module-build", Exceeded = [limit.Id] };

        Skips(() => LimitGate.Hold(shipped, go, strict, evidence.Add), "*module-build*14.0*");
        Fails(() => LimitGate.Hold(shipped, go with { Exceeded = [] }, strict, evidence.Add));
        Fails(() => LimitGate.Hold(shipped, go with { Outcome = DecisionOutcome.Undecided }, strict, evidence.Add));
    }

    [Fact]
    public void A_module_fails_if_strict_when_no_limit_judges_any_module_of_the_run()
    {
        LimitGate.Judged(Straddling, null, strict: true);
        LimitGate.Judged(Straddling, "no limit judges it", strict: false);
        LimitGate.Judged(CaseSummaries.Measured("transcode/screencast-360p/libx264-veryfast/native", 1, 1, 1), "no limit", strict: true);
        Fails(() => LimitGate.Judged(Straddling, "no limit judges it", strict: true), "*no limit judges it*");
    }

    private static void Skips(Action gate, string why) => gate.Should().Throw<Xunit.SkipException>().WithMessage(why);

    private static void Fails(Action gate, string why = "*") => gate.Should().Throw<XunitException>().WithMessage(why);

    private void Hold(CaseSummary summary, bool strict) =>
        LimitGate.Hold(Judge.Findings(JudgeRules.Of(JudgeRules.AtMost(8)), [summary], JudgeRules.NoFloor), Undecided, strict, evidence.Add);
}
