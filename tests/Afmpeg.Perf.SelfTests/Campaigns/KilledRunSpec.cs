using System.Collections.Immutable;
using System.Text.Json;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.SelfTests.Faults;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>The command killed at random moments, with everything that it started or by itself alone: nothing is lost, half done, left over or done twice.</summary>
[Collection(Campaign.Name)]
public sealed class KilledRunSpec(RuinableSuite suite, ITestOutputHelper output) : IClassFixture<RuinableSuite>
{
    private const int Seed = 4711;
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(12);

    private readonly Random random = new(Seed);

    // As long as it took when it last ended by itself, and a little more; at first so long that each ends by itself once.
    private readonly Dictionary<string, TimeSpan> takes = [];

    /// <summary>Ten kills, and a hundred in the full tier.</summary>
    private static int Kills => TestSettings.Tier == Tier.Full ? 100 : 10;

    [SkippableFact]
    public void After_each_kill_nothing_is_lost_or_half_done_and_the_same_command_completes_the_run()
    {
        // What is killed by turns: set-up has a clip to derive and the launcher to build; the others have the whole report's run.
        ImmutableArray<(string Name, string Shell, Action Prepare)> commands =
        [
            ("set-up", suite.RunLine, UndoSetUp),
            ("run", suite.RunLine, () => { }),
            ("run", suite.RunLine, () => { }),
            ("report", $"exec {{0}} report --output '{suite.Kept}'", () => { }),
            ("accept", $"exec {{0}} accept --output '{suite.Kept}'", () => { }),
        ];
        var seen = new List<string>();
        for (var kills = 0; kills < Kills;)
        {
            var (name, shell, prepare) = commands[kills % commands.Length];
            prepare();
            if (KillOnce(name, shell, alone: random.Next(2) == 0) is { } moment)
            {
                seen.Add(moment);
                kills++;
            }
        }

        output.WriteLine(string.Join('\n', seen.GroupBy(moment => moment).Select(moment => $"{moment.Key}: {moment.Count()}")));
        Complete();
    }

    // Null where the command had ended before it could be killed; the next try is made earlier.
    private string? KillOnce(string name, string shell, bool alone)
    {
        var (rows, unfinished) = (suite.Lines(), UnfinishedRun());
        using var command = suite.Start(shell);
        if (command.Ended(takes.TryGetValue(name, out var window) ? random.NextDouble() * window : Endless) is { } took)
        {
            // What is to be made takes the first part of a run.
            takes[name] = (name == "set-up" ? 0.4 : 1.1) * took;
            var (status, _, errors) = command.Finish();
            status.Should().BeOneOf(RuinableSuite.Ended, errors);
            return null;
        }

        if (alone)
        {
            MarkedProcesses.Signal("KILL", command.Id);
            command.Tree.AwaitEnd().Should().BeEmpty("what a command starts ends with it");
        }

        command.Tree.Kill();
        command.Ended(TimeSpan.FromMinutes(1)).Should().NotBeNull("it is dead, and the kernel has closed its files");
        CheckAfterKill(name, rows, unfinished);
        return name is "run" or "set-up" ? $"{name}, {(suite.Lines().Length > rows.Length ? "after a row" : "before its first row")}" : name;
    }

    private void CheckAfterKill(string name, string[] before, string? unfinished)
    {
        suite.Lines().Take(before.Length).Should().Equal(before, $"a kill of {name} takes no row that was there");
        File.ReadAllBytes(Path.Combine(suite.Kept, "measurements.jsonl")).Should().Equal(File.ReadAllBytes(Repository.PathOf("docs", "report", "measurements.jsonl")), "who reports or accepts changes no row");
        suite.EveryMeasurementIsThereOnce();
        if (unfinished is not null && RunState.Read(suite.Report) is { } now)
        {
            now.Run.Should().Be(unfinished, "an unfinished run goes on, and no other begins");
        }

        FilesAreWhole();
    }

    private void FilesAreWhole()
    {
        foreach (var file in Reports("report.json").Concat(Reports("run.json")))
        {
            JsonDocument.Parse(File.ReadAllText(file)).Dispose();
        }

        foreach (var page in Reports("report.html"))
        {
            File.ReadAllText(page).TrimEnd().Should().EndWith("</html>");
        }

        OperationsFile.Load(Operations)?.Counts.Should().NotBeEmpty();

        File.ReadAllText(Path.Combine(suite.Checkout, "thresholds.json")).Should().Be(File.ReadAllText(Repository.PathOf("thresholds.json")), "the kept run decides nothing");
        // A clip or product is there whole or not at all; the launcher and the wazero worker have no checksum, and run.
        foreach (var facts in Facts("clips", "clip.json").Concat(Facts("products", "manifest.json")))
        {
            using var known = JsonDocument.Parse(File.ReadAllText(facts));
            var sums = Directory.EnumerateFiles(Path.GetDirectoryName(facts)!).Where(file => file != facts).Select(ProductStore.Checksum);
            sums.Should().Contain(Sha256(known.RootElement), facts);
        }
    }

    private IEnumerable<string> Facts(string kind, string name) =>
        Directory.EnumerateDirectories(Path.Combine(suite.Cache, kind))
            .Where(home => !((string[])["launcher-", "wazero-worker-"]).Any(prefix => Path.GetFileName(home).StartsWith(prefix, StringComparison.Ordinal)))
            .Select(home => Path.Combine(home, name));

    private static string? Sha256(JsonElement facts) => facts.EnumerateObject().Single(member => member.Name.Equals("sha256", StringComparison.OrdinalIgnoreCase)).Value.GetString();

    private IEnumerable<string> Reports(string file) => new[] { suite.Report, suite.Kept }.Select(folder => Path.Combine(folder, file)).Where(File.Exists);

    private void Complete()
    {
        var unfinished = UnfinishedRun();
        var (status, _, errors) = suite.Run(suite.RunLine);
        status.Should().BeOneOf(RuinableSuite.Ended, errors);
        var state = RunState.Read(suite.Report)!;
        state.Account.Should().NotBeNull("the run is finished");
        (unfinished is null || state.Run == unfinished).Should().BeTrue("it is the run that was killed");
        foreach (var command in (string[])["report", "accept"])
        {
            var (ended, _, told) = suite.Run($"exec {{0}} {command} --output '{suite.Kept}'");
            ended.Should().BeOneOf(RuinableSuite.Ended, told);
        }

        suite.EveryMeasurementIsThereOnce();
        FilesAreWhole();
        OperationsFile.Load(Operations).Should().NotBeNull();
        suite.Leftovers().Should().BeEmpty("the next start clears what a killed one left");
    }

    private string Operations => Path.Combine(suite.Checkout, "tests", "Fixtures", "operations.json");

    private string? UnfinishedRun() => RunState.Read(suite.Report) is { Account: null } state ? state.Run : null;

    private void UndoSetUp()
    {
        foreach (var made in Directory.EnumerateDirectories(Path.Combine(suite.Cache, "clips"), "synthetic-240p-*")
            .Concat(Directory.EnumerateDirectories(Path.Combine(suite.Cache, "products"), "launcher-*")))
        {
            Directory.Delete(made, recursive: true);
        }
    }
}
