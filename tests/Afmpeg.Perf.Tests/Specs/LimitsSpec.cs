using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Verdicts;
using Xunit.Abstractions;

namespace Afmpeg.Perf.Tests.Specs;

[Collection(MeasuredRuns.Name)]
public sealed class LimitsSpec(MeasuredRun run, ITestOutputHelper output)
{
    public static TheoryData<string> WasmCases =>
        TheoryRows.Of(MeasuredRun.Matrix.Cases.Where(declared => declared.Lane.IsWasm).Select(declared => declared.Id));

    [CaseTheory]
    [MemberData(nameof(WasmCases))]
    public void Wasm_stays_within_the_agreed_multiple_of_native(string caseId)
    {
        var summary = run.Case(caseId, output);
        run.NoneExceeded([.. run.Report.Findings.Where(finding => finding.Case == summary && finding.Limit.Metric == Metric.NativeMultiple)], output);
    }

    [CaseTheory]
    [MemberData(nameof(WasmCases))]
    public void Wasm_keeps_every_other_agreed_limit(string caseId)
    {
        var summary = run.Case(caseId, output);
        run.NoneExceeded([.. run.Report.Findings.Where(finding => finding.Case == summary && finding.Limit.Metric != Metric.NativeMultiple)], output);
    }
}
