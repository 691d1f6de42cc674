using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Specs;

[Collection(MeasuredRuns.Name)]
public sealed class PerfTableSpec(MeasuredRun run)
{
    private static readonly string Verified = Repository.PathOf(
        "tests", "Afmpeg.Perf.Tests", "Specs", $"{nameof(PerfTableSpec)}.{nameof(The_perf_table_is_the_verified_one)}.verified.txt");

    [SkippableFact]
    public async Task The_perf_table_is_the_verified_one()
    {
        Skip.IfNot(run.IsWholeTier && TestSettings.Tier == Tier.Quick, "the verified table holds the whole quick tier; a selection of rows was run");
        await Verify(VerifiedTable.Render(run.Report, File.Exists(Verified) ? await File.ReadAllTextAsync(Verified) : ""));
    }
}
