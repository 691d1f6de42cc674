using System.Security.Cryptography;
using System.Text;
using Afmpeg.Perf.Toolchains;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>toolchain/fetch-source.sh, with an archive that holds what a rule says.</summary>
public sealed class FetchSourceRules : IDisposable
{
    private const string Pinned = "ffmpeg_5.1.9.orig.tar.xz";

    private readonly TemporaryFolder folder = new();

    public FetchSourceRules()
    {
        foreach (var name in (string[])["bin", "apt", "out"])
        {
            Directory.CreateDirectory(folder.File(name));
        }

        File.WriteAllText(folder.File("apt/sources.list"), "");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_pinned_version_is_taken_where_the_archive_has_it()
    {
        (await Fetch(Pinned, content: "the pinned one")).ExitCode.Should().Be(0);

        Tarballs().Should().Equal(Pinned);
        Source("the pinned one").In(folder.File("out")).Should().Be(Source("the pinned one"));
    }

    [Theory]
    [InlineData("ffmpeg_5.1.10.orig.tar.xz", "5.1.10")]
    [InlineData("ffmpeg_5.1.10+dfsg.orig.tar.xz", "5.1.10")]
    public async Task A_newer_version_of_the_series_is_taken_if_the_archive_moved_on_and_makes_another_product(string file, string version)
    {
        await File.WriteAllTextAsync(folder.File("out/ffmpeg_5.1.8.orig.tar.xz"), "of an earlier run");

        var result = await Fetch(file, content: "the next one");

        result.ExitCode.Should().Be(0, result.StandardError);
        result.StandardError.Should().Contain($"the archive no longer has ffmpeg 5.1.9: took {version}");
        Tarballs().Should().Equal(file);
        var taken = Source("the pinned one").In(folder.File("out"));
        (taken.Version, taken.Pinned, taken.File, taken.Description).Should().Be((version, "5.1.9", file, $"{version} instead of 5.1.9"));
        taken.Sha256.Should().Be(Hash("the next one"));
        var recipes = ToolchainRecipes.Load(TestSettings.Folders.Toolchain) with { Sources = [Source("the pinned one")] };
        recipes.With(folder.File("out")).HashOf(recipes.Products[0]).Should().NotBe(recipes.HashOf(recipes.Products[0]));
    }

    [Theory]
    [InlineData("ffmpeg", "f/ffmpeg", "printf '%s' 'a newer one' > ffmpeg_5.1.10.orig.tar.xz")]
    [InlineData("libwebp", "libw/libwebp", "exit 100")]
    public async Task A_pinned_file_that_the_suite_dropped_is_requested_from_the_archives_pool_before_a_newer_one(
        string package, string place, string apt)
    {
        await File.WriteAllTextAsync(folder.File("apt/sources.list"),
            "deb [signed-by=/k] http://mirror/debian/ s main\ndeb-src [signed-by=/k] http://mirror/debian/ s main\n");
        Install("apt-helper", $"""echo "$3 $4 $6" >'{folder.File("asked")}'; printf '%s' 'the pinned one' >"$5" """);

        var result = await Run(Source("the pinned one") with { Name = package }, apt);

        result.ExitCode.Should().Be(0, result.StandardError);
        Tarballs().Should().Equal(Pinned);
        (await File.ReadAllTextAsync(folder.File("asked"))).Trim()
            .Should().Be($"download-file http://mirror/debian/pool/main/{place}/{Pinned} SHA256:{Hash("the pinned one")}");
    }

    [Fact]
    public async Task If_the_pool_no_longer_has_it_the_newer_one_is_taken_and_nothing_of_the_attempt_stays()
    {
        await File.WriteAllTextAsync(folder.File("apt/sources.list"), "deb-src [signed-by=/k] http://mirror/debian/ s main\n");
        Install("apt-helper", """printf 'half of it' >"$5"; exit 100""");

        var result = await Run(Source("the pinned one"), "printf '%s' 'a newer one' > ffmpeg_5.1.10.orig.tar.xz");

        result.ExitCode.Should().Be(0, result.StandardError);
        Tarballs().Should().Equal("ffmpeg_5.1.10.orig.tar.xz");
    }

    [Fact]
    public async Task A_pinned_version_that_comes_back_is_used_again()
    {
        await Fetch("ffmpeg_5.1.10.orig.tar.xz", content: "the next one");

        await Fetch(Pinned, content: "the pinned one");

        Source("the pinned one").In(folder.File("out")).Pinned.Should().BeNull();
        Tarballs().Should().Equal(Pinned);
    }

    [Fact]
    public async Task A_source_taken_for_one_pin_is_not_used_for_the_next()
    {
        await Fetch("ffmpeg_5.1.10.orig.tar.xz", content: "the next one");

        var next = Source("of 5.1.11") with { Version = "5.1.11", File = "ffmpeg_5.1.11.orig.tar.xz" };

        next.In(folder.File("out")).Should().Be(next);
    }

    [Theory]
    [InlineData("ffmpeg_6.0.orig.tar.xz", "the next one", "no newer version of the same series")]
    [InlineData("ffmpeg_5.10.1.orig.tar.xz", "the next one", "no newer version of the same series")]
    [InlineData("ffmpeg_5.1.8.orig.tar.xz", "an older one", "no newer version of the same series")]
    [InlineData("other.dsc", "nothing", "no upstream tarball")]
    [InlineData(Pinned, "a forgery", "it was not kept")]
    public async Task Anything_else_is_an_error_and_is_not_kept(string file, string content, string told)
    {
        var result = await Fetch(file, content);

        result.ExitCode.Should().Be(1);
        result.StandardError.Should().Contain(told).And.Contain("sources.json");
        Tarballs().Should().BeEmpty();
    }

    [Theory]
    [InlineData("ffmpeg_9.0.2.orig.tar.xz", "9.0.2")]
    [InlineData("ffmpeg_9.1.orig.tar.xz", "9.1")]
    public async Task For_a_series_without_a_pin_any_version_in_the_archive_is_taken(string file, string version)
    {
        await File.WriteAllTextAsync(folder.File("out/ffmpeg9_9.0.1.orig.tar.xz"), "of an earlier run");
        await File.WriteAllTextAsync(folder.File($"out/{Pinned}"), "the other ffmpeg stays");

        (await FetchSeries(file)).ExitCode.Should().Be(0);

        Tarballs().Should().BeEquivalentTo(Pinned, file.Replace("ffmpeg_", "ffmpeg9_", StringComparison.Ordinal));
        var taken = OfSeries.In(folder.File("out"));
        (taken.Version, taken.Pinned, taken.Description)
            .Should().Be((version, null, $"{version} of Debian sid, sha256 {Hash("what there is")[..12]}"));
        taken.Sha256.Should().Be(Hash("what there is"));
        (OfSeries with { Version = "10" }).In(folder.File("out")).File.Should().BeEmpty("it was taken for another series");
    }

    [Theory]
    [InlineData("ffmpeg_10.0.orig.tar.xz", "where a version of the series 9 was expected")]
    [InlineData("ffmpeg_90.1.orig.tar.xz", "where a version of the series 9 was expected")]
    [InlineData("other.dsc", "no upstream tarball")]
    public async Task Another_series_is_an_error_and_is_not_kept(string file, string told)
    {
        var result = await FetchSeries(file);

        result.ExitCode.Should().Be(1);
        result.StandardError.Should().Contain(told).And.Contain("sources.json");
        Tarballs().Should().BeEmpty();
    }

    private static SourcePackage OfSeries { get; } = new("ffmpeg9", "9", "GPL", Suite: "sid", Package: "ffmpeg");

    private static SourcePackage Source(string content) => new("ffmpeg", "5.1.9", "GPL", Pinned, Hash(content));

    private static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private ImmutableArray<string> Tarballs() =>
        [.. Directory.GetFiles(folder.File("out"), "*.orig.tar.*").Select(file => Path.GetFileName(file))];

    private Task<BufferedCommandResult> FetchSeries(string file) => Fetch(file, "what there is", OfSeries);

    private Task<BufferedCommandResult> Fetch(string file, string content, SourcePackage? wanted = null) =>
        Run(wanted ?? Source("the pinned one"), $"printf '%s' '{content}' > '{file}'");

    private void Install(string name, string text)
    {
        var file = folder.File($"bin/{name}");
        File.WriteAllText(file, $"#!/bin/sh\n{text}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    private async Task<BufferedCommandResult> Run(SourcePackage source, string apt)
    {
        Install("apt-get", apt);
        return await CliWrap.Cli.Wrap("bash").WithArguments([Path.Combine(TestSettings.Folders.Toolchain, "fetch-source.sh")])
            .WithEnvironmentVariables(variables => variables
                .Set("PATH", $"{folder.File("bin")}:{Environment.GetEnvironmentVariable("PATH")}").Set("APT_ROOT", folder.File("apt"))
                    .Set("OUT", folder.File("out"))
                .Set("NAME", source.Name).Set("PACKAGE", source.Package ?? source.Name).Set("VERSION", source.Version)
                    .Set("FILE", source.File).Set("SHA256", source.Sha256))
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
    }
}
