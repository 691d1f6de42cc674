using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Verdicts;
using Xunit.Abstractions;

namespace Afmpeg.Perf.Tests.Specs;

[Collection(MeasuredRuns.Name)]
public sealed class LimitsSpec(MeasuredRun run, ITestOutputHelper output)
{
    public static TheoryData<string> Multiples => JudgedBy(limit => limit.Metric == Metric.NativeMultiple);

    public static TheoryData<string> Others => JudgedBy(limit => limit.Metric != Metric.NativeMultiple);

    [CaseTheory]
    [MemberData(nameof(Multiples))]
    public void Wasm_stays_within_the_agreed_multiple_of_native(string caseId) =>
        ExceedsNone(caseId, limit => limit.Metric == Metric.NativeMultiple);

    [CaseTheory]
    [MemberData(nameof(Others))]
    public void Wasm_stays_within_every_other_agreed_limit(string caseId) =>
        ExceedsNone(caseId, limit => limit.Metric != Metric.NativeMultiple);

    private static TheoryData<string> JudgedBy(Func<Limit, bool> kind) => MeasuredRun.Rows(
        declared => MeasuredRun.Declared.Thresholds.Limits.Any(limit => kind(limit) && limit.Judges(declared)));

    private void ExceedsNone(string caseId, Func<Limit, bool> kind)
    {
        var summary = run.Case(caseId, output);
        var findings = run.Report.Findings.Where(finding => finding.Case == summary && kind(finding.Limit)).ToArray();
        LimitGate.Hold(findings, run.Report.Decision, TestSettings.Strict, output.WriteLine);
    }
}
