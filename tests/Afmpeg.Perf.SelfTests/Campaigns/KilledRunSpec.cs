using System.Text.Json;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.SelfTests.Faults;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>The command is killed at random moments: nothing is lost, half done, left over or done twice.</summary>
[Collection(Campaign.Name)]
public sealed class KilledRunSpec(RuinableSuite suite, ITestOutputHelper output) : IClassFixture<RuinableSuite>
{
    private const int Seed = 4711;
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(12);

    private readonly Random random = new(Seed);

    // A kill comes within this time of the start. A command without an entry first runs to its end.
    private readonly Dictionary<string, TimeSpan> windows = [];

    private static int Kills => TestSettings.Tier == Tier.Full ? 100 : 10;

    private string Operations => Path.Combine(suite.Checkout, "tests", "Fixtures", "operations.json");

    private string? UnfinishedRun => RunState.Read(suite.Report) is { IsUnfinished: true } state ? state.Run : null;

    [SkippableFact]
    public void After_each_kill_nothing_is_lost_or_half_done_and_the_same_command_completes_the_run()
    {
        // Set-up has a clip to derive and the launcher to build; report and accept have the whole report's run.
        ImmutableArray<(string Name, string Shell)> commands =
        [
            ("set-up", suite.RunLine), ("run", suite.RunLine), ("run", suite.RunLine),
            ("report", OnRecorded("report")), ("accept", OnRecorded("accept")),
        ];
        var moments = new List<string>();
        while (moments.Count < Kills)
        {
            var (name, shell) = commands[moments.Count % commands.Length];
            if (name == "set-up")
            {
                UndoSetUp();
            }

            if (KillOnce(name, shell, alone: random.Next(2) == 0) is { } moment)
            {
                moments.Add(moment);
            }
        }

        output.WriteLine(string.Join('\n', moments.CountBy(moment => moment).Select(moment => $"{moment.Key}: {moment.Value}")));
        CompleteAll();
    }

    private string OnRecorded(string command) => $"exec {{0}} {command} --output '{suite.Recorded}'";

    // Null where the command ended before it could be killed; the next kill comes earlier.
    private string? KillOnce(string name, string shell, bool alone)
    {
        var (rows, unfinished) = (suite.Lines(), UnfinishedRun);
        using var command = suite.Start(shell);
        if (command.Ended(windows.TryGetValue(name, out var window) ? random.NextDouble() * window : Endless) is { } took)
        {
            // Set-up takes the first part of a run.
            windows[name] = (name == "set-up" ? 0.4 : 1.1) * took;
            var (status, _, errors) = command.Finish();
            status.Should().BeOneOf(RuinableSuite.Ended, errors);
            return null;
        }

        if (alone)
        {
            command.Signal("KILL");
            command.Survivors().Should().BeEmpty("what a command starts ends with it");
        }

        command.KillTree();
        command.Ended(TimeSpan.FromMinutes(1)).Should().NotBeNull("it is dead, and the kernel has closed its files");
        CheckAfterKill(name, rows, unfinished);
        var moment = suite.Lines().Length > rows.Length ? "after a row" : "before its first row";
        return name is "run" or "set-up" ? $"{name}, {moment}" : name;
    }

    private void CheckAfterKill(string name, string[] before, string? unfinished)
    {
        suite.HasStill(before, $"a kill of {name} removes no row");
        var committed = File.ReadAllBytes(Repository.PathOf("docs", "report", "measurements.jsonl"));
        File.ReadAllBytes(Path.Combine(suite.Recorded, "measurements.jsonl")).Should().Equal(committed, "report and accept change no row");
        suite.HasEachMeasurementOnce();
        if (unfinished is not null && RunState.Read(suite.Report) is { } now)
        {
            now.Run.Should().Be(unfinished, "an unfinished run continues, and no other begins");
        }

        FilesAreWhole();
    }

    private void FilesAreWhole()
    {
        foreach (var file in Reports("report.json").Concat(Reports("run.json")))
        {
            JsonDocument.Parse(File.ReadAllText(file)).Dispose();
        }

        Reports("report.html").Where(page => !File.ReadAllText(page).TrimEnd().EndsWith("</html>", StringComparison.Ordinal))
            .Should().BeEmpty();
        OperationsFile.Load(Operations)?.Counts.Should().NotBeEmpty();
        File.ReadAllText(Path.Combine(suite.Checkout, "thresholds.json"))
            .Should().Be(File.ReadAllText(Repository.PathOf("thresholds.json")), "the recorded run decides nothing");
        // A clip or product is there whole or not at all; the launcher and the wazero worker have no checksum, and run.
        foreach (var facts in Facts("clips", "clip.json").Concat(Facts("products", "manifest.json")))
        {
            using var known = JsonDocument.Parse(File.ReadAllText(facts));
            var sum = known.RootElement.EnumerateObject()
                .Single(member => member.Name.Equals("sha256", StringComparison.OrdinalIgnoreCase)).Value.GetString();
            Directory.EnumerateFiles(Path.GetDirectoryName(facts)!).Where(file => file != facts).Select(ProductStore.Checksum)
                .Should().Contain(sum, facts);
        }
    }

    private IEnumerable<string> Facts(string kind, string name) =>
        from home in Directory.EnumerateDirectories(Path.Combine(suite.Cache, kind))
        where !((string[])["launcher-", "wazero-worker-"])
            .Any(prefix => Path.GetFileName(home).StartsWith(prefix, StringComparison.Ordinal))
        select Path.Combine(home, name);

    private IEnumerable<string> Reports(string file) => new[] { suite.Report, suite.Recorded }.Select(folder => Path.Combine(folder, file))
        .Where(File.Exists);

    private void CompleteAll()
    {
        var unfinished = UnfinishedRun;
        suite.Complete();
        var state = RunState.Read(suite.Report)!;
        state.IsUnfinished.Should().BeFalse("the run is finished");
        state.Run.Should().Be(unfinished ?? state.Run, "it is the run that was killed");
        suite.Complete(OnRecorded("report"));
        suite.Complete(OnRecorded("accept"));
        suite.HasEachMeasurementOnce();
        FilesAreWhole();
        OperationsFile.Load(Operations).Should().NotBeNull();
        suite.Leftovers().Should().BeEmpty("the next start clears what a killed one left");
    }

    private void UndoSetUp()
    {
        foreach (var made in Directory.EnumerateDirectories(Path.Combine(suite.Cache, "clips"), "synthetic-240p-*")
            .Concat(Directory.EnumerateDirectories(Path.Combine(suite.Cache, "products"), "launcher-*")))
        {
            Directory.Delete(made, recursive: true);
        }
    }
}
