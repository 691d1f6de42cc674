using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>What set-up says of apt: one command for all that is missing, or that there is no apt.</summary>
public sealed class AptRules : IDisposable
{
    private const string Install = "apt-get update && apt-get install -y --no-install-recommends afmpeg-no-such-package nodejs";

    private readonly SetupSite site = new();

    public AptRules() => Directory.CreateDirectory(site.Scratch("bin"));

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData(true, true, Install)]
    [InlineData(true, false, Install)]
    [InlineData(false, true, $"sudo sh -c '{Install}'")]
    [InlineData(false, false, $"as root: {Install}")]
    public void Sudo_is_named_only_if_it_is_needed_and_installed(bool isRoot, bool hasSudo, string expected)
    {
        if (hasSudo)
        {
            PutOnPath("sudo");
        }

        Apt.Command(["afmpeg-no-such-package", "nodejs"], site.Scratch("bin"), isRoot).Should().Be(expected);
    }

    [Fact]
    public async Task All_missing_packages_and_Node_are_in_one_command_that_the_scripts_are_given()
    {
        PutOnPath("apt-get");
        site.Script("install-packages.sh", $"printf '%s\n' \"$COMMAND\" >>'{site.Scratch("told")}'");

        // Not those of Missing: this host may have Node.
        var tasks = Made().Installs(["afmpeg-no-such-package"], ["nodejs"]);
        foreach (var task in tasks)
        {
            await task.Work(CancellationToken.None);
        }

        tasks.Select(task => (task.IsOptional, task.LacksApt)).Should().Equal((false, false), (true, false));
        tasks.Select(task => task.Command).Concat(await File.ReadAllLinesAsync(site.Scratch("told")))
            .Should().HaveCount(4).And.OnlyContain(command => command!.Contains(Install, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_apt_installing_and_indexing_are_impossible_and_Node_is_not_asked_for()
    {
        var product = new Product("gpl+native", "native", Product.Gpl, "native", Asm: true, Threads: true, "-O3", "own", []);
        var tasks = await Made(product).Missing(new ToolchainNeeds([product.Key], [Engines.V8], ["footage"]), CancellationToken.None);

        tasks.Where(task => task.IsImpossible).Select(task => task.Stage).Should().Equal(SetupStage.Install, SetupStage.Index);
        tasks.Should().NotContain(task => task.Name.Contains("nodejs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("apt-get", true)]
    [InlineData("apt-get ffmpeg", false)]
    [InlineData("", false)]
    public async Task An_ffmpeg_to_look_at_a_users_file_is_installed_if_there_is_none(string onPath, bool isInstalled)
    {
        foreach (var name in onPath.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            PutOnPath(name);
        }

        var tasks = await Made().Missing(new ToolchainNeeds([], [], []) { LooksAtFootage = true }, CancellationToken.None);
        var others = await Made().Missing(new ToolchainNeeds([], [], []), CancellationToken.None);

        tasks.Where(task => task.IsOptional).Select(task => task.Name).Should()
            .Equal(isInstalled ? ["install Debian packages: ffmpeg"] : (string[])[]);
        others.Should().NotContain(task => task.Stage == SetupStage.Install, "no file is to be looked at");
    }

    private void PutOnPath(string name) => File.WriteAllText(site.Scratch($"bin/{name}"), "");

    private Toolchain Made(params ImmutableArray<Product> products)
    {
        var recipes = new ToolchainRecipes(
            [], products, ["afmpeg-no-such-package"], ImmutableSortedDictionary<string, string>.Empty, "launcher");
        return new Toolchain(site.Folders, recipes, site.Steps, site.Scratch("bin"));
    }
}
