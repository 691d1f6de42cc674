using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Tests.Specs;

/// <summary>The agreed limits and the recorded decision.</summary>
public sealed class ThresholdsSpec
{
    // A limit may judge the user's lanes alone.
    private static Thresholds Thresholds => Declarations.Load(TestSettings.Folders, TestSettings.Lanes, TestSettings.SearchPath).Thresholds;

    [Fact]
    public void The_thresholds_can_be_read()
    {
        var thresholds = Thresholds;

        thresholds.RecordsDecision.Should()
            .Be(TestSettings.Folders.CustomThresholds is null, because: "the suite's own file has the decision");
        thresholds.Decision.Requirement.Should().Be("R-AF-12", because: "that is what spec 0008 owns");
        thresholds.Limits.Should().NotBeEmpty(because: "a suite without limits can measure but not judge");
    }

    [Fact]
    public void Every_profile_has_a_limit()
    {
        var thresholds = Thresholds;

        thresholds.Profiles.Should().OnlyContain(
            profile => thresholds.Limits.Any(limit => limit.Profile == profile));
    }

    [Fact]
    public void The_schema_is_current()
    {
        var (committed, current) = (Repository.PathOf("thresholds.schema.json"), Repository.PathOf("artifacts", "thresholds.schema.json"));
        File.WriteAllText(current, CheckedJson.SchemaOf<ThresholdsDocument>());

        File.ReadAllText(committed).Should().Be(
            File.ReadAllText(current), because: $"editors use it; accept the new one with: mv '{current}' '{committed}'");
    }
}
