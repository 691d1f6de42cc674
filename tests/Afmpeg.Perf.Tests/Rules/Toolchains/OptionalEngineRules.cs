using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Tests.Rules.Toolchains;

/// <summary>Without a network: what cannot be fetched fails set-up, but for an engine, whose lanes are not measured then.</summary>
public sealed class OptionalEngineRules : IDisposable
{
    private static readonly ToolchainRecipes Nothing = new([], [], [], ImmutableSortedDictionary<string, string>.Empty, "launcher");

    private readonly SetupSite site = new();

    public OptionalEngineRules()
    {
        site.Script("apt-root.sh", "echo 'Could not resolve deb.debian.org' >&2; exit 100");
        site.Script("fetch-package.sh", "echo 'Could not resolve deb.debian.org' >&2; exit 100");
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task An_engine_that_cannot_be_fetched_is_skipped_aloud()
    {
        ImmutableArray<SetupTask> fetching = [.. await Fetching(new ToolchainNeeds([], [Engines.Wazero], []))];

        await Setup.Run(site.Folders, site.Steps, mayInstall: true, () => Task.FromResult(fetching), _ => { }, CancellationToken.None);

        site.Told.Where(progress => progress.State == SetupState.Skipped).Should().HaveCount(2);
        (await Engines.FindWazero("", site.Folders.Packages, CancellationToken.None)).WhyNot.Should().NotBeNull();
    }

    [Fact]
    public async Task Footage_that_cannot_be_fetched_fails_set_up_with_what_apt_said()
    {
        var fetching = await Fetching(new ToolchainNeeds([], [], ["footage"]));

        var fault = (await FluentActions.Awaiting(() => fetching[^1].Work(CancellationToken.None)).Should().ThrowAsync<PerfException>()).Which;

        fault.Status.Should().Be(ExitStatus.Missing);
        fault.Observed.Should().Contain("Could not resolve deb.debian.org");
    }

    private async Task<SetupTask[]> Fetching(ToolchainNeeds needs) =>
    [
        .. (await new Toolchain(site.Folders, Nothing, site.Steps, path: "").Missing(needs, CancellationToken.None))
            .Where(task => task.Stage is SetupStage.Index or SetupStage.Fetch),
    ];
}
