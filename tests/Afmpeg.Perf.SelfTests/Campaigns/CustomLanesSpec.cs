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
    public void A_users_module_beyond_its_limit_is_a_red_row_and_one_within_its_limit_is_green(double slowdown, int expected)
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

        const string Filter = "FullyQualifiedName~LimitsSpec&DisplayName~wazero+mine";
        var (status, output, errors) = BuiltCommand.RunProgram(
            "dotnet", folder.Path, environment, "test", typeof(LimitsSpec).Assembly.Location, "--filter", Filter);

        status.Should().Be(expected, $"{output}{errors}");
        output.Should().MatchRegex(expected == 0 ? @"Passed: +[1-9]" : @"Failed: +[1-9]");
        if (expected == 1)
        {
            output.Should().Contain($"afmpeg-perf run {CustomLaneRun.Options} --filter '{CustomLaneRun.Case}'");
        }
    }
}
