using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>toolchain/apt-root.sh, with an apt whose archives have what a rule says. The host's own apt is never asked.</summary>
public sealed class AptRootRules : IDisposable
{
    private static readonly string[] Tools = ["awk", "bash", "cat", "dirname", "grep", "mkdir", "sh"];

    private readonly TemporaryFolder folder = new();

    public AptRootRules()
    {
        foreach (var name in (string[])["bin", "keyrings"])
        {
            Directory.CreateDirectory(folder.File(name));
        }

        foreach (var tool in Tools)
        {
            File.CreateSymbolicLink(
                folder.File($"bin/{tool}"), ((string[])["/usr/bin", "/bin"]).Select(bin => Path.Combine(bin, tool)).First(File.Exists));
        }

        File.WriteAllText(folder.File("keyrings/debian-archive-keyring.gpg"), "");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("debian-archive-keyring.gpg")]
    [InlineData("debian-archive-keyring.pgp")]
    public async Task The_keyring_is_found_under_the_name_of_either_release(string keyring)
    {
        Apt();
        File.Move(folder.File("keyrings/debian-archive-keyring.gpg"), folder.File($"keyrings/{keyring}"));

        await Succeeds();

        Sources().Should().HaveCount(2).And.OnlyContain(line => line.Contains(
            $"[signed-by={folder.File($"keyrings/{keyring}")}] http://host/debian/ bookworm main"));
    }

    [Fact]
    public async Task Without_a_keyring_nothing_is_fetched_and_the_package_is_named()
    {
        Apt();
        File.Delete(folder.File("keyrings/debian-archive-keyring.gpg"));

        (await Run()).Should().Match<BufferedCommandResult>(result =>
            result.ExitCode == 1 && result.StandardError.Contains("install the package debian-archive-keyring"));
    }

    [Fact]
    public async Task A_mirror_that_has_the_suite_is_named_once_and_remembered()
    {
        Apt();

        await Succeeds("http://mirror/debian");
        await Succeeds();

        Sources().Should().OnlyContain(line => line.Contains("http://mirror/debian bookworm"));
    }

    [Fact]
    public async Task If_the_mirror_lacks_the_suite_the_hosts_archive_is_asked_and_the_mirror_is_not_remembered()
    {
        Apt(lacking: "http://mirror");

        (await Succeeds("http://mirror/debian")).Should().Contain("http://mirror/debian has no index of Debian bookworm");

        Sources().Should().OnlyContain(line => line.Contains("http://host/debian/ bookworm"));
        File.Exists(folder.File("root/mirror")).Should().BeFalse();
    }

    [Fact]
    public async Task If_no_archive_has_the_suite_it_names_the_option_for_another_one()
    {
        Apt(lacking: "http");

        (await Run("http://mirror/debian")).Should().Match<BufferedCommandResult>(result =>
            result.ExitCode == 1 && result.StandardError.Contains("--mirror URL"));
    }

    [Fact]
    public async Task Without_apt_it_names_the_two_remaining_ways() =>
        (await Run()).Should().Match<BufferedCommandResult>(result => result.ExitCode == 1
            && result.StandardError.Contains("docs/ci/Containerfile") && result.StandardError.Contains("docs/own-inputs.md")
            && !result.StandardError.Contains("sudo"));

    private string[] Sources() => File.ReadAllLines(folder.File("root/sources.list"));

    // An apt-get whose host has one archive; none of those that are lacking has an index.
    private void Apt(string lacking = "nothing")
    {
        var root = folder.File("root");
        File.WriteAllText(folder.File("bin/apt-get"), $"""
            #!/bin/sh
            case "$*" in
                *indextargets*) echo 'Other|Other|main|http://other'; echo 'Debian|Debian|main|http://host/debian/' ;;
                *host-lists*) ;;
                *) ! grep -q '{lacking}' '{root}/sources.list' || exit 100 ;;
            esac
            """);
        File.SetUnixFileMode(folder.File("bin/apt-get"), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    private async Task<string> Succeeds(string? mirror = null)
    {
        var result = await Run(mirror);
        result.ExitCode.Should().Be(0, result.StandardError);
        return result.StandardError;
    }

    private async Task<BufferedCommandResult> Run(string? mirror = null) =>
        await CliWrap.Cli.Wrap("bash").WithArguments([Repository.PathOf("toolchain", "apt-root.sh"), folder.File("root"), "bookworm"])
            .WithEnvironmentVariables(variables => variables
                .Set("PATH", folder.File("bin")).Set("KEYRINGS", folder.File("keyrings")).Set("MIRROR", mirror))
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
}
