using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Specs;

/// <summary>Says once what is no row of this run, in place of a skipped row for each.</summary>
public sealed class TierSpec
{
    [SkippableFact]
    public void Every_case_is_measured()
    {
        var others = MeasuredRun.Matrix.Cases.Count(declared => !MeasuredRun.Matrix.IsIn(declared, TestSettings.Tier));

        Skip.If(TestSettings.Tier < Tier.Full, $"{others} cases are only in the full tier: AFMPEG_TIER=full dotnet test, or one of them alone: afmpeg-perf run --filter CASE (doctor --cases --tier full lists them)");
        others.Should().Be(0);
    }
}
