using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

public sealed class SuiteFoldersRules
{
    [Fact]
    public void The_checkout_is_found_from_any_folder_in_it()
    {
        Find(Repository.PathOf("src", "Afmpeg.Perf")).Repository.Should().Be(Repository.Root);
    }

    [Fact]
    public void Outside_a_checkout_it_says_where_it_looked()
    {
        var fault = FluentActions.Invoking(() => Find("/usr/share")).Should().Throw<PerfException>().Which;

        (fault.Status, fault.Where).Should().Be((ExitStatus.Missing, "/usr/share"));
        fault.Expected.Should().Contain("toolchain/products.json");
    }

    [Fact]
    public void The_cache_is_where_the_environment_says_if_its_path_is_absolute()
    {
        Find(Repository.Root, ("AFMPEG_CACHE", "/a"), ("XDG_CACHE_HOME", "/x")).Cache.Should().Be("/a");
        Find(Repository.Root, ("XDG_CACHE_HOME", "/x")).Cache.Should().Be("/x/afmpeg-perf");
        foreach (var home in (string[])["", "relative"])
        {
            Find(Repository.Root, ("XDG_CACHE_HOME", home)).Cache
                .Should().Be(Find(Repository.Root).Cache).And.EndWith("/.cache/afmpeg-perf");
        }
    }

    [Fact]
    public void The_suite_is_the_one_that_the_environment_names()
    {
        Find(Repository.Root).Suite.Should().Be("bookworm");
        Find(Repository.Root, ("AFMPEG_SUITE", "oldstable")).Suite.Should().Be("oldstable");
        FluentActions.Invoking(() => Find(Repository.Root, ("AFMPEG_SUITE", "../bookworm"))).Should().Throw<PerfException>()
            .Which.Observed.Should().Be("'../bookworm'");
    }

    [Fact]
    public void Limits_of_the_working_directory_are_taken_before_those_of_the_suite()
    {
        using var folder = new TemporaryFolder();
        SuiteFolders Found() => SuiteFolders.Find([folder.Path, Repository.Root], _ => null);

        (Found().Thresholds, Found().CustomThresholds).Should().Be((Repository.PathOf("thresholds.json"), null));
        File.WriteAllText(folder.File("thresholds.json"), "");
        (Found().Thresholds, Found().Repository).Should().Be((folder.File("thresholds.json"), Repository.Root));
    }

    [Theory]
    [InlineData("/a/limits.json", "/a/limits.json")]
    [InlineData("limits.json", "{root}/limits.json")]
    [InlineData("", "{root}/thresholds.json")]
    public void Limits_that_the_environment_names_are_taken_before_all_others(string named, string expected) =>
        Find(Repository.Root, ("AFMPEG_THRESHOLDS", named)).Thresholds.Should()
            .Be(expected.Replace("{root}", Repository.Root, StringComparison.Ordinal));

    [Fact]
    public void An_installed_tool_keeps_its_records_where_the_user_works()
    {
        using var tool = new TemporaryFolder();
        using var project = new TemporaryFolder();
        Directory.CreateDirectory(tool.File("toolchain"));
        File.WriteAllText(tool.File("toolchain/products.json"), "");
        var folders = SuiteFolders.Find([project.Path, tool.Path], _ => null);

        (folders.IsClone, Find(Repository.Root).IsClone).Should().Be((false, true));
        (folders.Thresholds, folders.RecordedThresholds, folders.OperationsBaseline).Should()
            .Be((tool.File("thresholds.json"), project.File("thresholds.json"), project.File("operations.json")));
        Find(Repository.PathOf("docs")).RecordedThresholds.Should().Be(Repository.PathOf("thresholds.json"));
    }

    [Fact]
    public void A_checkout_uses_its_own_limits_wherever_it_is() =>
        (Find(Repository.Root) with { Repository = "/elsewhere" }).Thresholds.Should().Be("/elsewhere/thresholds.json");

    private static SuiteFolders Find(string start, params (string Name, string Value)[] environment) =>
        SuiteFolders.Find([start], name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
