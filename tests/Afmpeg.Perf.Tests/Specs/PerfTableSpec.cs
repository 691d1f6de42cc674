using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Workloads;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Specs;

[Collection(MeasuredRuns.Name)]
public sealed class PerfTableSpec(MeasuredRun run)
{
    [SkippableFact]
    public async Task The_perf_table_is_the_verified_one()
    {
        Skip.IfNot(
            run.IsWholeTierOfSuite && TestSettings.Tier == Tier.Quick,
            "the verified table holds the whole quick tier of the suite's lanes; a selection of rows was run");
        var file = TestSettings.Folders.VerifiedTable;
        var verified = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        var report = run.Report.OfSuite();
        var table = VerifiedTable.Render(report, verified);
        var fault = await Record.ExceptionAsync(async () => await Verify(table));
        if (fault is not null)
        {
            string[] changes = [.. VerifiedChanges.Of(report, verified, table)];
            throw new XunitException(
                $"The perf table has changed:\n{string.Join('\n', changes)}\n"
                + $"If that is right, record it and commit: {TestSettings.Record}\n\n{fault.Message}");
        }
    }
}
