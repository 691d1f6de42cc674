using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>
/// What is taken from elsewhere is pinned by a checksum, or comes through a client that verifies signatures;
/// docs/reliability/supply-chain.md has the table.
/// </summary>
public sealed class SupplyChainRules
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    // What gets something that nobody signed, or has apt take it.
    private const string Unverified =
        @"\b(curl|wget|pip3?|pipx|npm|npx|gem|cargo|go install|git clone|git fetch|git pull|dotnet tool)\b"
        + @"|trusted=yes|allow-?unauthenticated(?!=false| ""false"")|--force-yes|no-check"
        + @"|Allow(Downgrade\w+|Insecure|Weak)Repositories(?!=false| ""false"")";

    private const string RegistryHost =
        @"\b(nuget\.org|npmjs\.(org|com)|(proxy|sum)\.golang\.org|pypi\.org|pythonhosted\.org|crates\.io|rubygems\.org|repo1?\.maven"
        + @"|(ghcr|docker|quay)\.io|mcr\.microsoft\.com"
        + @"|(deb|ftp|security|snapshot|archive)\.debian\.org|(archive|security)\.ubuntu\.com)\b";

    public static TheoryData<string> Projects => TheoryRows.Of(((string[])["src", "tests"])
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
        .Select(SourceFiles.Name).Order(StringComparer.Ordinal));

    public static TheoryData<string> Scripts =>
        TheoryRows.Of(Files("toolchain", "*.sh").Append(Repository.PathOf(".ci", "run")).Select(SourceFiles.Name));

    public static TheoryData<string> ExamplesOfCi => TheoryRows.Of(Files("docs/ci", "*").Select(SourceFiles.Name));

    [Fact]
    public void Every_source_and_every_medium_has_a_checksum()
    {
        var manifest = MediaManifest.Load(Repository.PathOf("media", "manifest.json"));
        IEnumerable<PackageFile?> media = [.. manifest.Clips.Select(
            clip => clip.Source), .. manifest.Stills.Select(still => still.Source), .. manifest.Sounds.Select(sound => sound.Source)];

        ToolchainRecipes.Load(Repository.PathOf("toolchain")).Sources.Where(source => source.Suite is null).Select(source => source.Sha256)
            .Concat(media.OfType<PackageFile>().Select(file => file.Sha256))
            .Should().NotBeEmpty().And.OnlyContain(checksum => Regex.IsMatch(checksum, "^[0-9a-f]{64}$", Options));
    }

    [Fact]
    public void Every_npm_package_has_a_version_and_a_checksum() =>
        new NpmStore(TestSettings.Folders).Packages.Select(package => $"{package.Version} {package.Integrity}")
            .Should().NotBeEmpty()
                .And.OnlyContain(pin => Regex.IsMatch(pin, @"^[0-9]+\.[0-9]+\.[0-9]+ sha512-[A-Za-z0-9+/]{86}==$", Options));

    // FetchNpmRules show that what npm brings is held against its checksum.
    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_fetches_only_what_apt_and_NuGet_verify_or_npm_json_pins(string script) =>
        Regex.Matches(File.ReadAllText(Repository.PathOf(script)), Unverified, Options).Select(match => match.Value)
            .Where(match => match != "npm" || !script.EndsWith($"/{NpmStore.Script}", StringComparison.Ordinal)).Should().BeEmpty(script);

    [Theory]
    [MemberData(nameof(ExamplesOfCi))]
    public void A_CI_file_runs_nothing_that_it_fetched_unchecked(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file));

        text.Should().NotMatchRegex(@"\|\s*(sudo\s+)?(ba)?sh\b", "what is piped into a shell was looked at by nobody");
        Regex.Matches(text, @"uses: (?<action>\S+)", Options).Select(match => match.Groups["action"].Value)
            .Where(action => !Regex.IsMatch(action, "@[0-9a-f]{40}$", Options))
            .Should().BeEmpty("a tag may be moved");
        if (text.Contains("curl -", StringComparison.Ordinal))
        {
            text.Should().MatchRegex("sha(256|512)sum --check", "what is fetched is held against a checksum");
        }

        if (text.Contains("dotnet run", StringComparison.Ordinal) && !text.Contains("/afmpeg-perf:", StringComparison.Ordinal))
        {
            text.Should().Contain("--locked-mode", "packages are those of the lock files");
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_package_of_a_project_is_pinned_by_a_version_and_a_hash(string project)
    {
        var file = Repository.PathOf(Path.GetDirectoryName(project)!, "packages.lock.json");
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var locked = document.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Select(package => (package.Name, Package: package.Value, Type: package.Value.GetProperty("type").GetString()))
            .Where(package => package.Type != "Project")
            .ToImmutableArray();

        locked.Where(package => package.Type == "Direct").Select(package => (package.Name, Text(package.Package, "resolved")))
            .Should().BeEquivalentTo(Referenced(project));
        locked.Select(package => (package.Name, Bytes: Convert.FromBase64String(Text(package.Package, "contentHash")).Length))
            .Should().OnlyContain(package => package.Bytes == 64, "NuGet's hashes are SHA-512");
    }

    [Fact]
    public void A_package_with_a_known_vulnerability_is_an_error_and_one_that_could_not_be_looked_up_is_reported()
    {
        var properties = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants().ToLookup(
            element => element.Name.LocalName, element => element.Value);

        foreach (var (name, value) in ((string, string)[])
            [("RestorePackagesWithLockFile", "true"), ("NuGetAudit", "true"), ("NuGetAuditMode", "all"), ("NuGetAuditLevel", "low"), (
                "TreatWarningsAsErrors", "true"), ("WarningsNotAsErrors", "$(WarningsNotAsErrors);NU1900;NU1905")])
        {
            properties[name].Should().Equal([value], name);
        }

        File.ReadAllText(Repository.PathOf(".ci", "run"))
            .Should().Contain("dotnet restore Afmpeg.Tests.sln --locked-mode").And.Contain("<auditSources>");
    }

    [Fact]
    public void No_committed_file_names_the_host_of_a_package_registry()
    {
        var (status, listing, errors) = BuiltCommand.RunProgram(
            "git", Repository.Root, new Dictionary<string, string?>(), "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        status.Should().Be(0, errors);
        var files = listing.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(name => File.Exists(Repository.PathOf(name))).ToArray();

        files.Should().Contain("Directory.Packages.props");
        files.SelectMany(name => Regex.Matches(
            File.ReadAllText(Repository.PathOf(name)), RegistryHost, Options).Select(match => $"{name}: {match.Value}"))
            .Should().BeEmpty("packages come from the sources, mirrors and proxies that the machine is set up with");
    }

    // A rule that finds nothing, whatever is there, would pass as well.
    [Theory]
    [InlineData("nuget", "org")]
    [InlineData("registry", "npmjs", "org")]
    [InlineData("proxy", "golang", "org")]
    [InlineData("files", "pythonhosted", "org")]
    [InlineData("deb", "debian", "org")]
    [InlineData("archive", "ubuntu", "com")]
    [InlineData("ghcr", "io")]
    public void The_host_of_a_registry_is_recognised(params string[] parts) =>
        $"https://api.{string.Join('.', parts)}/v3".Should().MatchRegex(RegistryHost);

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), pattern).Order(StringComparer.Ordinal);

    private static string Text(JsonElement package, string name) => package.GetProperty(name).GetString()!;

    // What its project file names, and what Directory.Packages.props gives every project.
    private static IEnumerable<(string, string)> Referenced(string project)
    {
        var central = XDocument.Load(Repository.PathOf("Directory.Packages.props"));
        var versions = central.Descendants("PackageVersion").ToDictionary(Name, Version, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. XDocument.Load(Repository.PathOf(project)).Descendants("PackageReference")
                .Select(package => (Name(package), versions[Name(package)])),
            .. central.Descendants("GlobalPackageReference").Select(package => (Name(package), Version(package))),
        ];

        static string Name(XElement package) => package.Attribute("Include")!.Value;
        static string Version(XElement package) => package.Attribute("Version")!.Value;
    }
}
