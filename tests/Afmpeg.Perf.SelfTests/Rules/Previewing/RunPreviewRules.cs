using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Previewing;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Previewing;

public sealed class RunPreviewRules
{
    private static readonly Declarations Declared = Declarations.Load(TestSettings.Folders);

    private static readonly RunSettings Settings = new() { Folders = TestSettings.Folders, Output = "report", Programs = "", Path = "" };

    [Fact]
    public void Every_pair_of_job_and_lane_is_counted_once()
    {
        foreach (var tier in Enum.GetValues<Tier>())
        {
            foreach (var filter in (string?[])[null, "*/wazero+*", "transcode/handheld-360p/*"])
            {
                var checkup = Of(Settings with { Tier = tier, Filter = filter });

                (checkup.Cases.Length + checkup.Filtered + checkup.OtherTier + checkup.Exclusions.Sum(rule => rule.Count))
                    .Should().Be(Declared.Matrix.CrossProduct.Length, $"{tier} {filter}");
                checkup.Workloads.Sum(workload => workload.Cases).Should().Be(checkup.Cases.Length);
            }
        }
    }

    [Fact]
    public void The_full_tier_leaves_no_case_to_another_tier() => Of(Settings with { Tier = Tier.Full }).OtherTier.Should().Be(0);

    [Fact]
    public void Lanes_whose_engine_is_unavailable_are_reported_with_the_reason()
    {
        var checkup = Of(Settings with { Tier = Tier.Full }, ("wazero", "no wazero here"), ("distribution", "no ffmpeg here"));

        checkup.Absent.Should().ContainKey("distribution").WhoseValue.Should().Be("no ffmpeg here");
        checkup.Absent.Keys.Should()
            .Contain("wazero+O3-simd128-msa").And.NotContain(lane => lane.StartsWith("wasmtime", StringComparison.Ordinal));
        Of(Settings with { Tier = Tier.Full }).Absent.Should().BeEmpty("all engines are here");
    }

    [Fact]
    public void A_limit_judges_the_selected_cases_that_it_matches_and_says_if_it_matches_none()
    {
        var checkup = Of(Settings with { Filter = "transcode/handheld-360p/*" });

        checkup.Judged.Select(one => one.Limit.Id).Should().Equal(Declared.Thresholds.Limits.Select(limit => limit.Id));
        checkup.Judged.Should().OnlyContain(one => one.Cases == checkup.Cases.Count(benchmarkCase => one.Limit.Judges(benchmarkCase)));
        checkup.Judged.Should().Contain(one => one.Cases == 0).And.Contain(one => one.Cases > 0);
    }

    [Fact]
    public void A_named_case_comes_with_its_baselines()
    {
        var checkup = Of(Settings with { Filter = ReplayedRun.Case });

        (checkup.Cases.Length, checkup.Jobs).Should().Be((4, 1));
        checkup.EngineNames.Should().Equal("wazero");
        checkup.Builds.Should().Equal("O3-simd128-msa");
    }

    [Fact]
    public void The_cases_behind_the_decision_are_part_of_its_tier()
    {
        var checkup = Of(Settings with { Tier = Tier.Full, DecisionOnly = true });

        checkup.Cases.Length.Should().BePositive().And.BeLessThan(Of(Settings with { Tier = Tier.Full }).Cases.Length);
        checkup.Filtered.Should().BePositive();
    }

    [Fact]
    public void A_filter_that_matches_nothing_is_refused()
    {
        var look = () => Of(Settings with { Filter = "nothing/like/this" });

        look.Should().Throw<PerfException>().Where(fault => fault.Status == ExitStatus.BadUsage);
    }

    private static RunPreview Of(RunSettings settings, params (string Engine, string Reason)[] absent) => RunPreview.Of(
        Declared,
        settings,
        ((string[])["wasmtime", "v8", "wazero", "distribution"]).ToImmutableSortedDictionary(
            engine => engine,
            engine => absent.FirstOrDefault(one => one.Engine == engine).Reason is { } reason
                ? Reading<EngineTool>.Unavailable(reason)
                : Reading<EngineTool>.Of(new EngineTool(engine, engine, "1"))));
}
