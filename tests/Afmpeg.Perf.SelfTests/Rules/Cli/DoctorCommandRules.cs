using System.Text.RegularExpressions;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Cli;

/// <summary>The command doctor as a user has it, with an empty cache.</summary>
public sealed class DoctorCommandRules : IDisposable
{
    private const int LinesOfAScreen = 50;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("quick")]
    [InlineData("full")]
    public void One_screen_says_what_is_measured_what_is_not_what_is_judged_and_what_is_missing(string tier)
    {
        var (status, output, errors) = Run("100", "--tier", tier);

        status.Should().Be(3, errors);
        output.Split('\n').Length.Should().BeLessThanOrEqualTo(LinesOfAScreen);
        output.Should().MatchRegex(@"\nMeasures +\d+ cases of \d+ jobs").And.MatchRegex(@"\nNot +").And.Contain("one-axis-at-a-time")
            .And.MatchRegex(@"\nJudges +shipped-memory \(\d+ case")
            .And.MatchRegex(@"\nMissing +\d+ things; `afmpeg-perf setup` makes them").And.Contain("from source")
                .And.MatchRegex(@"\nNext +afmpeg-perf setup");
        output.Should().NotContain("/native-1t", "cases are listed only where they are asked for");
    }

    [Fact]
    public void The_packages_for_apt_are_one_command_that_can_be_pasted()
    {
        // An apt that is never run, a dpkg that knows no package, and no node.
        foreach (var name in (string[])["apt-get", "dpkg-query"])
        {
            File.WriteAllText(folder.File(name), "#!/bin/sh\n");
            File.SetUnixFileMode(folder.File(name), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        var (_, output, _) = BuiltCommand.Run(
            Repository.PathOf(),
            new Dictionary<string, string?> { ["COLUMNS"] = "80", ["PATH"] = folder.Path, ["AFMPEG_CACHE"] = folder.File("cache") },
            "doctor", "--tier", "full");

        output.Should().MatchRegex(
            @"\n +to install by hand, run (as root: )?apt-get update && apt-get install -y --no-install-recommends clang-19 .* nodejs\n");
    }

    [Fact]
    public void Without_apt_it_says_so_and_names_the_two_remaining_ways()
    {
        var (status, output, errors) = BuiltCommand.Run(
            Repository.PathOf(),
            new Dictionary<string, string?> { ["PATH"] = folder.Path, ["AFMPEG_CACHE"] = folder.File("cache") },
            "doctor", "--cases");

        status.Should().Be(3, errors);
        output.Should().MatchRegex(@"\nMissing +\d+ things; apt is missing here").And.MatchRegex(@"\nNext +.*own-inputs\.md.*Containerfile")
            .And.NotContain("apt-get").And.NotContain("sudo sh");
    }

    [Fact]
    public void Cases_and_reasons_are_listed_on_request()
    {
        var output = Run("400", "--cases").Output;

        MeasuredRun.Suite.Select(Perf.Workloads.Tier.Quick, null).Should().OnlyContain(benchmarkCase => output.Contains(benchmarkCase.Id));
        MeasuredRun.Suite.Exclusions.Should().OnlyContain(rule => output.Contains($"{rule.Count} {rule.Name}: {rule.Reason}"));
        output.Should().Contain("build the worker that embeds wazero").And.Contain("derive the clip").And.NotContain("more of this kind");
    }

    [Fact]
    public void Every_part_is_listed_with_version_and_licence()
    {
        var (status, output, errors) = Run("300", "--licences");

        status.Should().Be(0, errors);
        var recipes = ToolchainRecipes.Load(Repository.PathOf("toolchain"));
        recipes.Sources.Should().OnlyContain(source => output.Contains(source.Version) && output.Contains(source.Licence));
        recipes.Packages.Should().OnlyContain(package => output.Contains($" {package} "));
        MediaManifest.Load(Repository.PathOf("media", "manifest.json")).Clips.Select(clip => clip.Source).OfType<PackageFile>()
            .Should().OnlyContain(
                source => output.Contains($"{source.Package}: ") && output.Contains(source.Attribution) && output.Contains(source.Licence));
        foreach (var part in (string[])
            ["wazero", "v8", "wasmtime", "distribution", "Wasmtime", "CliWrap", "System.CommandLine", "GPL-2.0-or-later: it contains x264",
                "not fetched yet", "launcher", "checkasm8", ".NET"])
        {
            output.Should().Contain(part);
        }

        output.Should().Contain("not here: the worker that embeds wazero is not built");
    }

    [Fact]
    public async Task Parts_of_products_and_parts_used_only_by_tests_are_listed_as_such()
    {
        var output = Run("300", "--licences").Output;

        foreach (var file in (string[])[.. Directory.EnumerateFiles(Repository.PathOf("toolchain", "patches")), .. Directory.EnumerateFiles(
            Repository.PathOf("toolchain", "msa"))])
        {
            output.Should().MatchRegex($@"{Regex.Escape(Path.GetFileName(file))} +part of ours in a build +sha256 [0-9a-f]{{12}} +MIT");
        }

        // GCC's version is the distribution's: 12 in Debian 12, 14 in Debian 13.
        var libraries = await DebianPackages.Query(["libgcc-[0-9]*-dev", "libstdc++-[0-9]*-dev"], CancellationToken.None);
        foreach (var library in libraries.Installed)
        {
            output.Should().MatchRegex($@"{Regex.Escape(library.Key)} +linked into native builds +{Regex.Escape(library.Value)} +GPL-3.0");
        }

        output.Should().MatchRegex("wasi-libc +linked into modules").And.MatchRegex("libclang-rt-19-dev-wasm32 +linked into modules")
            .And.MatchRegex("chromium +tool of tests").And.MatchRegex("synthetic-240p +derived clip").And.MatchRegex(
                "screencast-720p +derived clip .*CC-BY-SA-4.0")
            .And.MatchRegex(@"Meziantou\.Analyzer +package to build or test with +[\d.]+ +MIT")
                .And.MatchRegex(@"xunit\.abstractions +package to build or test with");
    }

    [Fact]
    public void Without_a_NuGet_cache_the_licences_of_packages_are_unknown()
    {
        var (_, output, _) = BuiltCommand.Run(
            Repository.PathOf(),
            new Dictionary<string, string?> { ["NUGET_PACKAGES"] = folder.Path, ["AFMPEG_CACHE"] = folder.File("cache") },
            "doctor", "--licences");

        output.Should().MatchRegex(@"CliWrap +package +[\d.]+ +unknown: its nuspec is not in the NuGet cache");
    }

    private (int Status, string Output, string Errors) Run(string columns, params string[] arguments) => BuiltCommand.Run(
        Repository.PathOf(), new Dictionary<string, string?> { ["COLUMNS"] = columns, ["AFMPEG_CACHE"] = folder.File("cache") },
        ["doctor", .. arguments]);
}
