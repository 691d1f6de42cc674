using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Specs;

/// <summary>One skipped row for all cases of the other tier.</summary>
public sealed class TierSpec
{
    [SkippableFact]
    public void Every_case_is_measured()
    {
        var others = MeasuredRun.Matrix.Cases.Count(declared => !MeasuredRun.Matrix.IsIn(declared, TestSettings.Tier));

        Skip.If(
            TestSettings.Tier < Tier.Full,
            $"{others} cases are measured only in the full tier: AFMPEG_TIER=full dotnet test. To run one: afmpeg-perf run --filter CASE. "
            + "To list them: afmpeg-perf doctor --cases --tier full");
        others.Should().Be(0);
    }
}
