using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Licences;

namespace Afmpeg.Perf.SelfTests.Rules.Licences;

public sealed class NuGetPackagesRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Packages_are_listed_by_name_with_their_version_and_projects_are_not()
    {
        var parts = Of("""
            { "libraries": {
                "Own/1.0.0": { "type": "project" }, "Zeta/2.0.0": { "type": "package" }, "alpha/1.2.3-rc.1": { "type": "package" } } }
            """);

        parts.Select(part => (part.Name, part.Version)).Should().Equal(("alpha", "1.2.3-rc.1"), ("Zeta", "2.0.0"));
    }

    [Theory]
    [InlineData("""<license type="expression">MIT</license><licenseUrl>https://licences/MIT</licenseUrl>""", "MIT")]
    [InlineData("""<license type="file">LICENSE.txt</license>""", "in its file LICENSE.txt")]
    [InlineData("<licenseUrl>https://example.org/licence</licenseUrl>", "at https://example.org/licence")]
    [InlineData("<id>Zeta</id>", "unknown: its nuspec names none")]
    public void The_licence_is_what_the_nuspec_says(string element, string expected) =>
        LicenceOf($"""<?xml version="1.0"?><package xmlns="http://example.org/nuspec.xsd"><metadata>{element}</metadata></package>""")
            .Should().Be(expected);

    [Theory]
    [InlineData("", "unknown: its nuspec cannot be read")]
    [InlineData("<package/>", "unknown: its nuspec cannot be read")]
    [InlineData("no xml <", "unknown: its nuspec cannot be read")]
    [InlineData(null, "unknown: its nuspec is not in the NuGet cache")]
    public void An_invalid_nuspec_leaves_the_licence_unknown(string? nuspec, string expected) =>
        LicenceOf(nuspec).Should().Be(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "libraries": { "Zeta/2.0.0": {} } }""")]
    public void A_list_that_cannot_be_read_ends_with_status_3(string? list)
    {
        var read = () => Of(list);

        read.Should().Throw<PerfException>().Where(fault => fault.Status == ExitStatus.Missing);
    }

    [Fact]
    public void Packages_that_other_packages_bring_in_are_listed_too_and_projects_are_not()
    {
        File.WriteAllText(folder.File("packages.lock.json"), """
            { "version": 2, "dependencies": { "net10.0": {
                "Zeta": { "type": "Direct", "requested": "[2.0.0, )", "resolved": "2.0.1", "contentHash": "aa==" },
                "alpha": { "type": "Transitive", "resolved": "1.2.3", "contentHash": "bb==" },
                "own": { "type": "Project" } } } }
            """);

        var parts = NuGetPackages.Locked(folder.File("packages.lock.json"), folder.Path);

        parts.Select(part => (part.Name, part.Version)).Should().Equal(("alpha", "1.2.3"), ("Zeta", "2.0.1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{ "dependencies": { "net10.0": { "Zeta": {} } } }""")]
    public void A_lock_file_that_cannot_be_read_ends_with_status_3(string list)
    {
        File.WriteAllText(folder.File("packages.lock.json"), list);
        var read = () => NuGetPackages.Locked(folder.File("packages.lock.json"), folder.Path);

        read.Should().Throw<PerfException>().Where(fault => fault.Status == ExitStatus.Missing);
    }

    private string LicenceOf(string? nuspec)
    {
        Directory.CreateDirectory(folder.File("zeta/2.0.0"));
        if (nuspec is not null)
        {
            File.WriteAllText(folder.File("zeta/2.0.0/zeta.nuspec"), nuspec);
        }

        return Of("""{ "libraries": { "Zeta/2.0.0": { "type": "package" } } }""").Single().Licence;
    }

    private ImmutableArray<Part> Of(string? list)
    {
        if (list is not null)
        {
            File.WriteAllText(folder.File("program.deps.json"), list);
        }

        return NuGetPackages.Of(folder.File("program.deps.json"), folder.Path);
    }
}
