using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.SelfTests.Rules.Cli;

/// <summary>
/// The commands that judge a kept run, on one whose user brought a module that breaks a limit: it stays red, with the lanes file or
/// without.
/// </summary>
public sealed class CustomLanesCommandRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_remembers_its_lanes_and_stays_red_without_their_file()
    {
        CustomLaneRun.Write(folder, slowdown: 100);
        File.Delete(folder.File("lanes.json"));

        var (status, output, errors) = Run("report");

        status.Should().Be(1, errors);
        output.Should()
            .Contain("wazero+mine").And.Contain($"Again:  afmpeg-perf run {CustomLaneRun.Options} --filter '{CustomLaneRun.Case}'");
        Run("explain", CustomLaneRun.Case)
            .Should().Match<(int Status, string Output, string)>(told => told.Status == 0 && told.Output.Contains("EXCEEDED"));
    }

    [Fact]
    public void A_run_of_a_version_that_kept_no_lanes_is_refused_until_they_are_named()
    {
        CustomLaneRun.Write(folder, slowdown: 100, remembers: false);

        foreach (var command in (string[])["report", "accept", "explain"])
        {
            var (status, _, errors) = Run(command == "explain" ? [command, CustomLaneRun.Case] : [command]);

            status.Should().Be(2, command);
            errors.Should().Contain("lanes that are not declared now").And.Contain("--lanes FILE").And.Contain(CustomLaneRun.Case)
                .And.NotContain("   at ");
        }

        Directory.GetFiles(folder.Path, "report.*").Should().BeEmpty("nothing is written");
        Run("report", "--lanes", folder.File("lanes.json")).Status.Should().Be(1);
    }

    [Fact]
    public void Two_runs_are_compared_with_their_own_lanes()
    {
        CustomLaneRun.Write(folder, slowdown: 1);
        using var other = new TemporaryFolder();
        CustomLaneRun.Write(other, slowdown: 1);
        var rows = MeasurementLog.Read(other.File("measurements.jsonl"))
            .Select(row => row.Case == CustomLaneRun.Case ? row with { OutputBytes = row.OutputBytes + 1 } : row);
        File.WriteAllText(other.File("measurements.jsonl"), string.Concat(rows.Select(row => row.ToLine())));

        var (status, output, errors) = BuiltCommand.Run(folder.Path, new Dictionary<string, string?>(), "compare", folder.Path, other.Path);

        status.Should().Be(1, errors);
        output.Should().Contain(CustomLaneRun.Case);
    }

    [Fact]
    public void A_merged_report_says_what_it_is()
    {
        var shards = Enumerable.Range(1, 2).Select(number => folder.File($"shard-{number}")).ToArray();
        foreach (var (index, shard) in shards.Index())
        {
            var (state, rows) = ReplayedShards.Run(new Shard(index + 1, 2));
            state.Write(shard);
            File.WriteAllText(Path.Combine(shard, "measurements.jsonl"), string.Concat(rows.Select(row => row.ToLine())));
        }

        ReplayedShards.Merger(folder.File("merged")).Write(shards);

        foreach (var command in (string[][])[["report", "--output", "merged"], ["accept", "--output", "merged"],
            ["compare", "merged", shards[0]], ["explain", ReplayedRun.Case, "--output", "merged"]])
        {
            var (status, _, errors) = BuiltCommand.Run(folder.Path, new Dictionary<string, string?>(), command);

            status.Should().Be(2, command[0]);
            errors.Should().Contain("This folder holds a merged report").And.Contain("merge them again").And.NotContain("   at ");
        }
    }

    private (int Status, string Output, string Errors) Run(params string[] arguments) =>
        BuiltCommand.Run(folder.Path, new Dictionary<string, string?>(), [.. arguments, "--output", folder.Path]);
}
