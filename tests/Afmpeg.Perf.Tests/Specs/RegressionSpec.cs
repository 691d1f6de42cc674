using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Tests.Harness;
using Xunit.Abstractions;

namespace Afmpeg.Perf.Tests.Specs;

[Collection(MeasuredRuns.Name)]
public sealed class RegressionSpec(MeasuredRun run, ITestOutputHelper output)
{
    public static TheoryData<string> Counts => TheoryRows.OfCases(MeasuredRun.Counted.Select(OperationCount.KeyOf));

    [CaseTheory]
    [MemberData(nameof(Counts))]
    public async Task A_module_executes_as_many_operations_as_the_baseline(string key) =>
        OperationsGate.Hold(
            OperationsFile.Load(TestSettings.Folders.OperationsBaseline), await run.Operations(key), TestSettings.Strict, output.WriteLine);
}
