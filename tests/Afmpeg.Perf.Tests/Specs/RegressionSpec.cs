using Afmpeg.Perf.Tests.Harness;
using Xunit.Abstractions;

namespace Afmpeg.Perf.Tests.Specs;

[Collection(MeasuredRuns.Name)]
public sealed class RegressionSpec(MeasuredRun run, ITestOutputHelper output)
{
    public static TheoryData<string> WasmCases =>
        TheoryRows.Of(MeasuredRun.Matrix.Cases.Where(declared => declared.Lane.IsWasm).Select(declared => declared.Id));

    [CaseTheory]
    [MemberData(nameof(WasmCases))]
    public void Wasm_is_no_slower_than_this_hosts_baseline_and_makes_the_same_output(string caseId)
    {
        var summary = run.Case(caseId, output);
        BaselineGate.Hold(run.SinceBaseline, summary.Case, TestSettings.Strict, output.WriteLine);
    }
}
