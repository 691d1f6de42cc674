
namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>AFMPEG_LANES: the tests judge a user's module as they judge the suite's, shown on a kept run with a module that is fast or slow.</summary>
[Collection(Campaign.Name)]
public sealed class CustomLanesSpec : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(100, 1)]
    public void A_users_module_beyond_its_limit_is_a_red_row_and_one_within_is_none(double slowdown, int expected)
    {
        CustomLaneRun.Write(folder, slowdown);
        var environment = new Dictionary<string, string?>
        {
            ["AFMPEG_LANES"] = folder.File("lanes.json"),
            ["AFMPEG_RUN"] = folder.Path,
            ["AFMPEG_TIER"] = "full",
            ["AFMPEG_STRICT"] = null,
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        };

        var (status, output, errors) = BuiltCommand.RunProgram(
            "dotnet", folder.Path, environment, "test", typeof(CustomLanesSpec).Assembly.Location, "--filter", "FullyQualifiedName~LimitsSpec&DisplayName~wazero+mine");

        status.Should().Be(expected, $"{output}{errors}");
        output.Should().MatchRegex(expected == 0 ? @"Passed: +[1-9]" : @"Failed: +[1-9]");
        (expected == 0 || output.Contains($"afmpeg-perf run {CustomLaneRun.Options} --filter '{CustomLaneRun.Case}'", StringComparison.Ordinal)).Should().BeTrue(output);
    }
}
