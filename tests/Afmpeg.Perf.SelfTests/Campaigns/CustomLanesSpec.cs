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
        var limit = File.ReadAllText(Repository.PathOf("docs", "one-limit.json"))
            .Replace("transcode/*/wasmtime+mine", judged, StringComparison.Ordinal).Replace("8,", "800,", StringComparison.Ordinal);
        File.WriteAllText(folder.File("limits.json"), limit);

        var (status, output, errors) = Test($"DisplayName~{CustomLaneRun.Case}", folder.File("limits.json"), strict: "1");

        status.Should().Be(expected, $"{output}{errors}");
        output.Should().MatchRegex(expected == 0 ? "Passed: +2" : "no limit judges a module of this run");
    }

    private (int Status, string Output, string Errors) Test(string filter, string? thresholds, string? strict = null) =>
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
            typeof(LimitsSpec).Assembly.Location,
            "--filter",
            filter);
}
