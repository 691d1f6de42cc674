using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>A product whose source is no bookworm's: an archive without it costs that product's lanes and nothing else.</summary>
public sealed class OptionalProductRules : IDisposable
{
    private const string Key = "gpl+native-ffmpeg9";

    private static readonly ToolchainRecipes Recipes = new(
        [new SourcePackage("ffmpeg9", "9", "LGPL", Suite: "sid", Package: "ffmpeg")],
        [new Product(Key, "native", Product.Gpl, "native-ffmpeg9", Asm: true, Threads: true, "-O3", "own", [], Program: Product.Ffmpeg9)],
        [],
        ImmutableSortedDictionary<string, string>.Empty,
        "launcher");

    private readonly SetupSite site = new();

    public OptionalProductRules()
    {
        site.Script("apt-root.sh", "mkdir -p \"$1\"");
        site.Script("build-launcher.sh", "echo launcher >\"$BUILD_OUT/launcher\"");
        foreach (var step in (string[])["unpack", "build-zlib", "build-libwebp", "build-x264"])
        {
            site.Script($"{step}.sh", "");
        }

        site.Script("fetch-source.sh", """
            [[ $PACKAGE == ffmpeg && $VERSION == 9 && -z $FILE && $APT_ROOT == */sid ]] || exit 1
            mkdir -p "$OUT"
            echo tarball >"$OUT/ffmpeg9_9.0.2.orig.tar.xz"
            echo "9 9.0.2 ffmpeg9_9.0.2.orig.tar.xz $(sha256sum "$OUT/ffmpeg9_9.0.2.orig.tar.xz" | cut -d' ' -f1)" >"$OUT/ffmpeg9.moved"
            """);
        site.Script("build-ffmpeg9.sh", "echo program >\"$BUILD_OUT/ffmpeg9\"");
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task It_is_built_from_what_the_suite_has_and_its_manifest_says_which_version()
    {
        await SetUp();

        (await Open()).Products[Key].Manifest.Sources
            .Should().ContainKey("ffmpeg9").WhoseValue.Should().StartWith("9.0.2 of Debian sid, sha256 ");
        (await Missing()).Should().BeEmpty("it is here");
    }

    [Theory]
    [InlineData("apt-root.sh", "apt-root.sh: error: the index of Debian sid could not be fetched")]
    [InlineData("fetch-source.sh", "fetch-source.sh: error: Debian's source package ffmpeg holds ffmpeg_10.0.orig.tar.xz")]
    [InlineData("build-ffmpeg9.sh", "build-ffmpeg.sh: error: FFmpeg's configure failed")]
    public async Task If_it_is_unavailable_set_up_goes_on_and_its_lanes_say_why(string step, string error)
    {
        site.Script(step, $"echo \"{error}\" >&2; exit 1");
        if (step == "apt-root.sh")
        {
            site.Script("fetch-source.sh", "echo 'fetch-source.sh: error: sources.list does not exist' >&2; exit 1");
        }

        await SetUp();

        (await Open()).Product(Key).Reason.Should().Be($"{Key} could not be built: {error}");
        (await Missing()).Should().NotBeEmpty("it is tried again").And.OnlyContain(task => task.IsOptional);
    }

    [Fact]
    public async Task Its_lanes_name_the_command_until_it_has_been_tried()
    {
        (await Open()).Product(Key).Reason.Should().Be($"{Key} is not built; afmpeg-perf setup builds it");
    }

    private Task SetUp() => Setup.Run(site.Folders, site.Steps, mayInstall: true, Missing, _ => { }, CancellationToken.None);

    private Task<ImmutableArray<SetupTask>> Missing() => Made.Missing(new ToolchainNeeds([Key], [], []), CancellationToken.None);

    private Task<ToolSet> Open() => Made.Open(new ToolchainNeeds([Key], [], []), CancellationToken.None);

    private Toolchain Made => new(site.Folders, Recipes, site.Steps, path: "");
}
