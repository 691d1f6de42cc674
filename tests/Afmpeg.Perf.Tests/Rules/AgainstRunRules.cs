using System.Collections.Immutable;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules;

/// <summary>Two trees by turns; the trees are made up, and what they write is a baseline file in the place of a run's folder.</summary>
public sealed class AgainstRunRules : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> done = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Both_are_built_and_set_up_before_four_turns_alternate()
    {
        await Compare(Tree("A"), Tree("B"));

        done.Should().Equal("A build", "A setup", "B build", "B setup", "A run", "B run", "B run", "A run");
    }

    [Fact]
    public async Task A_seed_is_shared_by_one_turn_of_each_tree_and_a_budget_by_all_four()
    {
        var (before, after) = (Tree("A"), Tree("B"));

        await Compare(before, after, settings => settings with { Seed = 7, Budget = TimeSpan.FromMinutes(10), Filter = "transcode/*", Lanes = "/own/lanes.json", MayInstall = false });

        before.Runs.Concat(after.Runs).Should().OnlyContain(line => line.EndsWith("--budget 150s", StringComparison.Ordinal));
        before.Runs.Concat(after.Runs).Should().OnlyContain(line => line.StartsWith("run --tier quick --filter transcode/* --lanes /own/lanes.json --no-install --output", StringComparison.Ordinal));
        before.Runs.Select(SeedOf).Should().Equal("7", "8");
        after.Runs.Select(SeedOf).Should().Equal("7", "8");
    }

    [Fact]
    public async Task Without_a_budget_each_turn_has_the_tiers_own()
    {
        var before = Tree("A");

        await Compare(before, Tree("B"));

        before.Runs.Should().HaveCount(2).And.OnlyContain(line => !line.Contains("--budget"));
    }

    [Fact]
    public async Task What_the_runs_say_is_compared()
    {
        var comparison = await Compare(Tree("A"), Tree("B", slowdown: 1.2));

        comparison.HasRegressed.Should().BeTrue();
        comparison.Before.Run.Should().Be("A 1 and A 2");
        comparison.After.Run.Should().Be("B 1 and B 2");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_run_whose_limits_are_exceeded_or_not_settled_was_measured_all_the_same(int status) =>
        (await Compare(Tree("A", status), Tree("B"))).Cases.Should().NotBeEmpty();

    [Theory]
    [InlineData(2, ExitStatus.BadUsage)]
    [InlineData(3, ExitStatus.Missing)]
    [InlineData(130, ExitStatus.Interrupted)]
    [InlineData(139, ExitStatus.Missing)]
    public async Task A_tree_that_cannot_be_measured_ends_it_with_what_it_told(int status, ExitStatus expected)
    {
        var compare = () => Compare(Tree("A"), Tree("B", status));

        var fault = (await compare.Should().ThrowAsync<PerfException>()).Which;
        (fault.Status, fault.Message.Contains("B could not be measured"), fault.Observed!.Contains("its last words")).Should().Be((expected, true, true));
        done.Count(step => step.EndsWith("run", StringComparison.Ordinal)).Should().Be(2);
    }

    private static string SeedOf(string line) => line.Split("--seed ")[1].Split(' ')[0];

    private Task<RunComparison> Compare(ISuiteTree before, ISuiteTree after, Func<RunSettings, RunSettings>? change = null)
    {
        var settings = new RunSettings { Folders = TestSettings.Folders, Output = folder.Path, Programs = "", Path = "" };
        return new AgainstRun(change?.Invoke(settings) ?? settings, _ => { }).Compare(before, after, Tolerances.Speed, CancellationToken.None);
    }

    private MadeUpTree Tree(string name, int status = 0, double slowdown = 1) => new(name, status, slowdown, done);

    private sealed class MadeUpTree(string name, int status, double slowdown, List<string> done) : ISuiteTree
    {
        public string Name => name;

        public List<string> Runs { get; } = [];

        public Task Build(CancellationToken cancellation)
        {
            done.Add($"{name} build");
            return Task.CompletedTask;
        }

        public async Task<(int Status, string Told)> Run(ImmutableArray<string> arguments, CancellationToken cancellation)
        {
            done.Add($"{name} {arguments[0]}");
            if (arguments[0] == "run")
            {
                Runs.Add(string.Join(' ', arguments));
                var extract = new CannedExtract($"{name} {Runs.Count}") { Slowdown = slowdown }.Make();
                await File.WriteAllTextAsync(arguments[arguments.IndexOf("--output") + 1], BaselineFile.Render(extract), cancellation);
            }

            return (arguments[0] == "run" ? status : 0, "its last words");
        }
    }
}
