using Afmpeg.Perf.Foundation;
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
    public void A_limit_for_a_module_that_is_not_in_the_run_judges_nothing()
    {
        CustomLaneRun.Write(folder, slowdown: 1);
        File.WriteAllText(folder.File("thresholds.json"), File.ReadAllText(Repository.PathOf("docs", "one-limit.json"))
            .Replace("wasmtime+mine", "wasmtime+later", StringComparison.Ordinal));
        var withoutLanes = Repository.PathOf("docs", "report");

        foreach (var command in (string[][])[["report", "--output", "."], ["explain", CustomLaneRun.Case, "--output", "."],
            ["explain", ReplayedRun.Case, "--output", withoutLanes], ["compare", ".", "."]])
        {
            var (status, _, errors) = BuiltCommand.Run(folder.Path, new Dictionary<string, string?>(), command);

            status.Should().Be(0, $"{command[0]}: {errors}");
        }
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

    [Theory]
    [InlineData(5_000_000L, 1, "module gpl+mine: 5000000 -> 7500000 bytes")]
    [InlineData(null, 0, "0 modules of another size")]
    public void The_size_of_a_users_module_is_compared_if_both_runs_recorded_it(long? before, int expected, string told)
    {
        CustomLaneRun.Write(folder, slowdown: 1, moduleBytes: before);
        using var other = new TemporaryFolder();
        CustomLaneRun.Write(other, slowdown: 1, moduleBytes: 7_500_000);

        var (status, output, errors) = BuiltCommand.Run(folder.Path, new Dictionary<string, string?>(), "compare", folder.Path, other.Path);

        status.Should().Be(expected, errors);
        output.Should().Contain(told);
    }

    [Fact]
    public void A_merge_names_a_shard_that_did_not_finish()
    {
        var state = ReplayedShards.Run(new Shard(1, 1)).State with { TimeBreakdown = null };
        state.Write(folder.File("shard"));
        File.WriteAllText(Path.Combine(folder.File("shard"), "measurements.jsonl"), "");

        var (status, output, errors) =
            BuiltCommand.Run(folder.Path, new Dictionary<string, string?>(), "merge", "shard", "--output", "merged");

        status.Should().Be(4, errors);
        output.Should().Contain("UNFINISHED   shard 1/1 did not finish (run run-1): ").And.Contain(" not measured");
    }

    [Fact]
    public void A_merge_that_cannot_be_written_names_its_own_command()
    {
        var (shard, taken) = (folder.File("shard"), folder.File("taken"));
        ReplayedShards.Run(new Shard(1, 1)).State.Write(shard);
        File.WriteAllText(Path.Combine(shard, "measurements.jsonl"), "");
        File.WriteAllText(taken, "not a folder");

        FluentActions.Invoking(() => ReplayedShards.Merger(taken).Write([shard])).Should().Throw<PerfException>()
            .Which.Remedy.Should().EndWith($"then: afmpeg-perf merge {shard} --output {taken}");
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
