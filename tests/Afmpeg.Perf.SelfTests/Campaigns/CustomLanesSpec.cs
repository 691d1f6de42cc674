using System.Reflection;
using Afmpeg.Perf.Tests.Specs;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>AFMPEG_LANES: the specification judges a user's module as the suite's, on a recorded run with a fast or a slow one.</summary>
[Collection(Campaign.Name)]
public sealed class CustomLanesSpec : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(100, 1)]
    public void A_users_module_gets_a_red_row_beyond_its_limit_and_a_green_one_within_it(double slowdown, int expected)
    {
        CustomLaneRun.Write(folder, slowdown);

        var (status, output, errors) = Test("FullyQualifiedName~LimitsSpec&DisplayName~wazero+mine", thresholds: null);

        status.Should().Be(expected, $"{output}{errors}");
        output.Should().MatchRegex(expected == 0 ? @"Passed: +[1-9]" : @"Failed: +[1-9]");
        if (expected == 1)
        {
            output.Should().Contain($"afmpeg-perf run {CustomLaneRun.Options} --filter '{CustomLaneRun.Case}'");
        }
    }

    [Theory]
    [InlineData(CustomLaneRun.Case, 0)]
    [InlineData(ReplayedRun.Case, 1)]
    public void Its_rows_are_green_with_their_own_limit_at_any_version_and_red_without_one_if_strict(
        string judged, int expected)
    {
        CustomLaneRun.Write(folder, slowdown: 1, isOtherVersion: true);

        var (status, output, errors) = Test($"DisplayName~{CustomLaneRun.Case}", LimitFor(judged), strict: "1");

        status.Should().Be(expected, $"{output}{errors}");
        output.Should().MatchRegex(expected == 0 ? "Passed: +2" : "no limit judges a module of this run");
    }

    [Fact]
    public void A_test_that_has_no_case_with_the_users_lanes_and_limits_is_skipped()
    {
        CustomLaneRun.Write(folder, slowdown: 1);
        File.WriteAllText(
            folder.File("lanes.json"), """{ "native": "/bin/true", "modules": [{ "name": "mine", "path": "mine.wasm" }] }""");

        var (status, output, errors) = Test(
            "FullyQualifiedName~LimitsSpec|FullyQualifiedName~RegressionSpec|FullyQualifiedName~ReelSpec", LimitFor(CustomLaneRun.Case));

        status.Should().Be(0, $"{output}{errors}");
        output.Should().MatchRegex("Passed: +1, Skipped: +3,");
    }

    [Fact]
    public void Runs_and_commands_of_the_self_tests_have_the_suites_lanes_and_limits()
    {
        var settings = TestSettings.ForRun(ImmutableHashSet<string>.Empty);

        settings.Lanes.Should().BeNull();
        settings.Folders.CustomThresholds.Should().BeNull();
        BuiltCommand.RunProgram("env", "/").Output.Should().NotContain("AFMPEG_LANES=").And.NotContain("AFMPEG_THRESHOLDS=");
    }

    [Fact]
    public void The_self_tests_do_not_see_the_users_lanes_and_limits()
    {
        CustomLaneRun.Write(folder, slowdown: 1);

        var (status, output, errors) = Test(
            $"FullyQualifiedName~{nameof(CustomLanesSpec)}.{nameof(Runs_and_commands_of_the_self_tests_have_the_suites_lanes_and_limits)}",
            LimitFor(CustomLaneRun.Case),
            assembly: typeof(CustomLanesSpec).Assembly);

        status.Should().Be(0, $"{output}{errors}");
        output.Should().MatchRegex("Passed: +1,");
    }

    // The limit of the documentation for another case, and far beyond it.
    private string LimitFor(string judged)
    {
        var limit = File.ReadAllText(Repository.PathOf("docs", "one-limit.json"))
            .Replace("transcode/*/wasmtime+mine", judged, StringComparison.Ordinal).Replace("8,", "800,", StringComparison.Ordinal);
        File.WriteAllText(folder.File("limits.json"), limit);
        return folder.File("limits.json");
    }

    private (int Status, string Output, string Errors) Test(
        string filter, string? thresholds, string? strict = null, Assembly? assembly = null) =>
        BuiltCommand.RunProgram(
            "dotnet",
            folder.Path,
            new Dictionary<string, string?>
            {
                ["AFMPEG_LANES"] = folder.File("lanes.json"),
                ["AFMPEG_THRESHOLDS"] = thresholds,
                ["AFMPEG_RUN"] = folder.Path,
                ["AFMPEG_TIER"] = "full",
                ["AFMPEG_STRICT"] = strict,
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            },
            "test",
            (assembly ?? typeof(LimitsSpec).Assembly).Location,
            "--filter",
            filter);
}
