using Afmpeg.Perf.Toolchains;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>toolchain/fetch-package.sh, with an archive that holds what a rule says; and when set-up runs it.</summary>
public sealed class FetchPackageRules : IDisposable
{
    private readonly SetupSite site = new();

    public FetchPackageRules()
    {
        foreach (var name in (string[])["bin", "apt"])
        {
            Directory.CreateDirectory(site.Scratch(name));
        }

        File.WriteAllText(site.Scratch("apt/sources.list"), "");
        // apt-get -c CONF download -qq NAME
        Install("apt-get", $"""cp '{site.Scratch("archive")}' pack.deb""");
        // dpkg-deb --field FILE Version; dpkg-deb --extract FILE FOLDER
        Install("dpkg-deb", """[ "$1" = --extract ] || cat "$2" """);
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task The_suites_version_is_taken_and_noted()
    {
        (await Fetch("2.37.0-1", "2.4.1-5 2.4.1-3")).Should().EndWith("version: 2.37.0-1\n");

        (await File.ReadAllTextAsync(Path.Combine(site.Folders.Packages, "pack", ".package-version"))).Should().Be("pack 2.37.0-1\n");
    }

    [Theory]
    [InlineData("2.4.1-3 2.37.0-1", "2.37.0-1")]
    [InlineData("2.4.1-3", "2.4.1-3")]
    public async Task A_package_that_is_here_stays_unless_its_version_is_not_a_known_one(string versions, string expected)
    {
        await Fetch("2.37.0-1", "");

        (await Fetch("2.4.1-3", versions)).Should().EndWith($"version: {expected}\n");
    }

    [Theory]
    [InlineData(null, "2-1", 0)]
    [InlineData("http://mirror", "2-1", 1)]
    [InlineData("http://mirror", "1-1", 0)]
    public async Task Set_up_fetches_a_package_of_another_version_again_only_if_an_archive_is_named(string? mirror, string here, int tasks)
    {
        Directory.CreateDirectory(Path.Combine(site.Folders.Packages, "pack"));
        await File.WriteAllTextAsync(Path.Combine(site.Folders.Packages, "pack", ".package-version"), $"pack {here}\n");
        var recipes = new ToolchainRecipes([], [], [], ImmutableSortedDictionary<string, string>.Empty, "launcher");
        var needs = new ToolchainNeeds([], [], ["pack"])
        {
            MediaVersions = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("pack", ["1-1"]),
        };

        var missing = await new Toolchain(site.Folders, recipes, site.Steps, "", mirror).Missing(needs, CancellationToken.None);

        missing.Count(task => task.Stage == SetupStage.Fetch).Should().Be(tasks);
    }

    private void Install(string name, string text)
    {
        var file = site.Scratch($"bin/{name}");
        File.WriteAllText(file, $"#!/bin/sh\n{text}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    private async Task<string> Fetch(string archive, string versions)
    {
        await File.WriteAllTextAsync(site.Scratch("archive"), archive);
        var result = await CliWrap.Cli.Wrap("bash").WithArguments([Repository.PathOf("toolchain", "fetch-package.sh")])
            .WithEnvironmentVariables(variables => variables
                .Set("PATH", $"{site.Scratch("bin")}:{Environment.GetEnvironmentVariable("PATH")}").Set("APT_ROOT", site.Scratch("apt"))
                .Set("PACKAGE", "pack").Set("VERSIONS", versions).Set("OUT", Path.Combine(site.Folders.Packages, "pack")))
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        result.ExitCode.Should().Be(0, result.StandardError);
        return result.StandardOutput;
    }
}
