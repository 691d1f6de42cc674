using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

public sealed class SetupRules : IDisposable
{
    private readonly SetupSite site = new();
    private readonly List<string> done = [];

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Stages_are_announced_before_any_begins_and_run_in_order()
    {
        (string, SetupStage)[] tasks =
            [("derive", SetupStage.Derive), ("install", SetupStage.Install), ("build", SetupStage.Build), ("fetch", SetupStage.Fetch)];
        await Run([.. tasks.Select(task => Task(task.Item1, task.Item2))]);

        done.Should().Equal("announced 4", "install", "fetch", "build", "derive");
    }

    [Fact]
    public async Task If_nothing_is_missing_nothing_is_made_or_said()
    {
        await Run([]);

        done.Should().BeEmpty();
        Directory.Exists(site.Folders.Cache).Should().BeFalse();
    }

    [Fact]
    public async Task Missing_packages_that_may_not_be_installed_are_reported_with_the_command()
    {
        var install = Task("install", SetupStage.Install) with { Command = "apt-get install clang-19 nodejs" };

        var refusal = (await FluentActions.Awaiting(() => Run([install], mayInstall: false)).Should().ThrowAsync<PerfException>()).Which;

        refusal.Status.Should().Be(ExitStatus.Missing);
        refusal.Remedy.Should().StartWith("run apt-get install clang-19 nodejs\n", "the command is a line of its own");
        done.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_apt_set_up_ends_before_its_first_step_and_names_the_two_remaining_ways(bool isOptional)
    {
        var fetch = Task("fetch", SetupStage.Fetch) with { IsOptional = isOptional, LacksApt = true };
        if (isOptional)
        {
            await Run([fetch]);
            done.Should().Equal("announced 1", "fetch");
            return;
        }

        var refusal = (await FluentActions.Awaiting(() => Run([fetch])).Should().ThrowAsync<PerfException>()).Which;

        refusal.Message.Should().Contain("apt is missing").And.Contain("docs/own-inputs.md").And.Contain("docs/ci/Containerfile")
            .And.NotContain("apt-get").And.NotContain("sudo");
        done.Should().BeEmpty();
        Directory.Exists(site.Folders.Cache).Should().BeFalse();
    }

    [Fact]
    public async Task A_failed_stage_keeps_the_later_ones_from_starting()
    {
        var broken = new SetupTask("fetch", SetupStage.Fetch, _ => throw new PerfException(ExitStatus.Missing, "no network"));

        await FluentActions.Awaiting(() => Run([broken, Task("build", SetupStage.Build)])).Should().ThrowAsync<PerfException>();

        done.Should().Equal("announced 2");
    }

    [Fact]
    public async Task A_second_set_up_waits_for_the_first_and_finds_its_work_done()
    {
        Directory.CreateDirectory(site.Folders.Cache);
        var held = FileLock.TryTake(Path.Combine(site.Folders.Cache, "lock"))!;
        ImmutableArray<SetupTask> tasks = [Task("build", SetupStage.Build)];
        var second = Setup.Run(site.Folders, site.Steps, mayInstall: true, (
            ) => System.Threading.Tasks.Task.FromResult(tasks), Announce, CancellationToken.None);

        SpinWait.SpinUntil(() => site.Told.Count > 0, TimeSpan.FromSeconds(10)).Should().BeTrue("it says that it waits");
        second.IsCompleted.Should().BeFalse();
        tasks = [];
        held.Dispose();
        await second;

        site.Told[0].Step.Should().Be("waiting for another afmpeg-perf that is setting up");
        done.Should().BeEmpty("nothing is announced and nothing done");
    }

    [Fact]
    public async Task Set_up_first_removes_what_a_killed_one_left_half_done()
    {
        var left = Directory.CreateDirectory(Path.Combine(site.Folders.Work, "native-0123")).FullName;
        var seen = true;

        await Run([new SetupTask("build", SetupStage.Build, _ =>
        {
            seen = Directory.Exists(left);
            return System.Threading.Tasks.Task.CompletedTask;
        })]);

        seen.Should().BeFalse();
    }

    [Fact]
    public async Task A_cache_that_cannot_be_made_is_reported_with_what_to_do()
    {
        using var unusable = new SetupSite(cache: "/dev/null/cache");

        await IsToldAsUnwritable(unusable);
    }

    [Fact]
    public async Task If_only_optional_things_are_missing_set_up_skips_them_where_the_cache_cannot_be_written()
    {
        using var unusable = new SetupSite(cache: "/dev/null/cache");
        var optional = Task("fetch", SetupStage.Fetch) with { IsOptional = true };

        await Run([optional, Task("build", SetupStage.Build) with { IsOptional = true }], where: unusable);

        done.Should().BeEmpty();
        unusable.Told.Select(told => told.State).Should().Equal(SetupState.Skipped, SetupState.Skipped);
        unusable.Told[0].Step.Should().StartWith("fetch (/dev/null/cache cannot be written to: ");
        await FluentActions.Awaiting(() => Run([optional, Task("build", SetupStage.Build)], where: unusable))
            .Should().ThrowAsync<PerfException>();
    }

    [SkippableFact]
    public async Task A_cache_that_turned_read_only_is_reported_and_not_waited_for()
    {
        using var disk = new SmallDisk();
        using var frozen = new SetupSite(cache: disk.Path);
        Directory.CreateDirectory(frozen.Folders.Work);
        disk.MakeReadOnly();

        await IsToldAsUnwritable(frozen);
    }

    private async Task IsToldAsUnwritable(SetupSite unwritable)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var refusal =
            (await FluentActions.Awaiting(() => Run([Task("build", SetupStage.Build)], where: unwritable, cancellation: patience.Token))
            .Should().ThrowAsync<PerfException>()).Which;

        (refusal.Status, refusal.Where).Should().Be((ExitStatus.Missing, unwritable.Folders.Cache));
        refusal.Remedy.Should().Contain("AFMPEG_CACHE");
        done.Should().BeEmpty();
    }

    private Task Run(
        ImmutableArray<SetupTask> tasks, bool mayInstall = true, SetupSite? where = null, CancellationToken cancellation = default) =>
        Setup.Run(
        (where ?? site).Folders, (where ?? site).Steps, mayInstall, () => System.Threading.Tasks.Task.FromResult(
            tasks), Announce, cancellation);

    private void Announce(ImmutableArray<SetupTask> tasks) => done.Add($"announced {tasks.Length}");

    private SetupTask Task(string name, SetupStage stage) => new(name, stage, _ =>
    {
        done.Add(name);
        return System.Threading.Tasks.Task.CompletedTask;
    });
}
