using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>Without a network: what cannot be fetched fails set-up, but for an engine, whose lanes are not measured then.</summary>
public sealed class OptionalEngineRules : IDisposable
{
    private static readonly ToolchainRecipes Nothing = new([], [], [], ImmutableSortedDictionary<string, string>.Empty, "launcher");

    private readonly SetupSite site = new();

    public OptionalEngineRules()
    {
        site.Script("apt-root.sh", "echo 'Could not resolve the mirror' >&2; exit 100");
        site.Script("fetch-package.sh", "echo 'Could not resolve the mirror' >&2; exit 100");
        site.Script("build-wazero-worker.sh", "echo 'build-wazero-worker.sh: error: no package golang-1.N-go' >&2; exit 1");
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task An_engine_that_cannot_be_built_is_skipped_with_a_message_and_its_lanes_say_why()
    {
        await SetUpWazero();

        site.Told.Where(progress => progress.State == SetupState.Skipped).Should().HaveCount(2);
        (await Found()).Reason.Should()
            .Be("the worker that embeds wazero could not be built: build-wazero-worker.sh: error: no package golang-1.N-go");
    }

    [Fact]
    public async Task A_worker_is_built_once_for_its_sources_and_reports_what_it_is_made_of()
    {
        site.Script("build-wazero-worker.sh", """
            printf '%s\n' 'golang-1.26-go 1.26.10-1' 'golang-github-tetratelabs-wazero-dev 1.12.0-2' >"$BUILD_OUT/versions"
            printf '#!/bin/sh\nexit 64\n' >"$BUILD_OUT/wazero-worker"
            chmod +x "$BUILD_OUT/wazero-worker"
            """);
        (await Found()).Reason.Should().Contain("afmpeg-perf setup builds it");

        await SetUpWazero();

        (await Found()).TryGet(out var tool).Should().BeTrue();
        (tool!.Version, Path.GetFileName(tool.Path)).Should().Be(("1.12.0-2 (Go 1.26.10-1)", "wazero-worker"));
        new WazeroWorker(site.Folders).Packages.Should().Contain("golang-1.26-go", "1.26.10-1").And.HaveCount(2);
        (await Wanted()).Should().BeEmpty("it is here");
        Directory.GetDirectories(site.Folders.Work).Should().BeEmpty();

        Directory.CreateDirectory(Path.Combine(site.Folders.Repository, "src", "Afmpeg.Perf.Wazero"));
        await File.WriteAllTextAsync(Path.Combine(site.Folders.Repository, "src", "Afmpeg.Perf.Wazero", "main.go"), "package main");
        (await Wanted()).Should().HaveCount(2, "other sources are another worker");
    }

    [Fact]
    public async Task A_worker_that_does_not_start_here_is_asked_once_and_the_loaders_message_is_the_reason()
    {
        site.Script("build-wazero-worker.sh", $$"""
            printf '%s\n' 'golang-1.26-go 1.26.10-1' 'golang-github-tetratelabs-wazero-dev 1.12.0-2' >"$BUILD_OUT/versions"
            printf '#!/bin/sh\necho >>{{site.Scratch("asked")}}\necho "libc.so.6: version GLIBC_2.38 not found" >&2\nexit 1\n' \
                >"$BUILD_OUT/wazero-worker"
            chmod +x "$BUILD_OUT/wazero-worker"
            """);
        await SetUpWazero();
        var worker = new WazeroWorker(site.Folders);

        await worker.Find(CancellationToken.None);
        var reason = (await worker.Find(CancellationToken.None)).Reason;

        reason.Should().Contain("does not run: exit status 1, libc.so.6: version GLIBC_2.38 not found; to have it built here: rm -r ");
        (await File.ReadAllLinesAsync(site.Scratch("asked"))).Should().ContainSingle();
        (await Wanted()).Should().BeEmpty("it is built, and would be built for each run");
    }

    [Fact]
    public async Task A_Go_compiler_that_does_not_start_here_is_not_reported_as_sources_that_do_not_compile()
    {
        site.Script(WazeroWorker.Script, await File.ReadAllTextAsync(Repository.PathOf("toolchain", WazeroWorker.Script)));
        site.Script("apt-root.sh", "mkdir -p \"$1\" && touch \"$1/apt.conf\"");
        site.Script("fetch-package.sh", """
            mkdir -p "$OUT/usr/lib/go-1.26/bin"
            echo "$PACKAGE 1" >"$OUT/.package-version"
            if [[ $PACKAGE == *-go ]]; then
                printf '#!/bin/sh\necho "go: version GLIBC_2.38 not found" >&2\nexit 1\n' >"$OUT/usr/lib/go-1.26/bin/go"
                chmod +x "$OUT/usr/lib/go-1.26/bin/go"
            fi
            """);
        var sources = Directory.CreateDirectory(Path.Combine(site.Folders.Repository, "src", "Afmpeg.Perf.Wazero")).FullName;
        await File.WriteAllTextAsync(Path.Combine(sources, "main.go"), "package main");
        // In the place of the host's apt-cache.
        site.Script("lib.sh", "apt-cache() { echo golang-1.26-go; }\n"
            + await File.ReadAllTextAsync(Repository.PathOf("toolchain", "lib.sh")));

        await SetUpWazero();

        (await Found()).Reason.Should().Contain("error: the Go of Debian sid does not start here: go: version GLIBC_2.38 not found")
            .And.NotContain("compile");
    }

    [Fact]
    public async Task Footage_that_cannot_be_fetched_fails_set_up_with_what_apt_said()
    {
        var tasks = await Missing(new ToolchainNeeds([], [], ["footage"]));

        var fetch = tasks.Single(task => task.Stage == SetupStage.Fetch);
        fetch.Name.Should().Be("fetch footage from Debian bookworm");

        var fault = (await FluentActions.Awaiting(() => fetch.Work(CancellationToken.None)).Should().ThrowAsync<PerfException>()).Which;

        fault.Status.Should().Be(ExitStatus.Missing);
        fault.Observed.Should().Contain("Could not resolve the mirror");
    }

    private Task<Reading<EngineTool>> Found() => new WazeroWorker(site.Folders).Find(CancellationToken.None);

    private async Task SetUpWazero() =>
        await Setup.Run(site.Folders, site.Steps, mayInstall: true, Wanted, _ => { }, CancellationToken.None);

    private async Task<ImmutableArray<SetupTask>> Wanted() =>
        [.. (await Missing(new ToolchainNeeds([], [Engines.Wazero], []))).Where(task => task.IsOptional)];

    private Task<ImmutableArray<SetupTask>> Missing(ToolchainNeeds needs) =>
        new Toolchain(site.Folders, Nothing, site.Steps, path: "").Missing(needs, CancellationToken.None);
}
