using System.Security.Cryptography;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>toolchain/fetch-npm.sh, with an npm that does what a rule says.</summary>
public sealed class FetchNpmRules : IDisposable
{
    // What the step and the fake npm run; nothing else is on PATH, the host's own npm neither.
    private static readonly string[] Tools =
    [
        "bash", "base64", "cat", "chmod", "cp", "cut", "dirname", "gzip", "mkdir", "mktemp", "mv", "od",
        "rm", "sh", "sha512sum", "tar", "tr",
    ];

    private readonly TemporaryFolder folder = new();

    public FetchNpmRules()
    {
        Directory.CreateDirectory(folder.File("bin"));
        Directory.CreateDirectory(folder.File("package/dist"));
        File.WriteAllText(folder.File("package/dist/core.js"), "the script");
        foreach (var tool in Tools)
        {
            File.CreateSymbolicLink(
                folder.File($"bin/{tool}"), ((string[])["/usr/bin", "/bin"]).Select(bin => Path.Combine(bin, tool)).First(File.Exists));
        }
    }

    private string Out => folder.File("npm/core-1.2.3");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_fetched_package_is_the_pinned_one()
    {
        await Pack();
        await Npm("""[ "$2" = @scope/core@1.2.3 ] && cp "$ARCHIVE" .""");

        var result = await Fetch(await Integrity());

        result.ExitCode.Should().Be(0, result.StandardError);
        (await File.ReadAllTextAsync(Path.Combine(Out, "dist", "core.js"))).Should().Be("the script");
        (await File.ReadAllTextAsync(Path.Combine(Out, ".integrity"))).Trim().Should().Be(await Integrity());
        Left().Should().Equal("core-1.2.3");
    }

    [Fact]
    public async Task An_archive_other_than_the_pinned_one_is_not_kept()
    {
        await Pack();
        await Npm("""cp "$ARCHIVE" .""");

        var result = await Fetch($"sha512-{Convert.ToBase64String(SHA512.HashData("a forgery"u8))}");

        result.ExitCode.Should().Be(1);
        result.StandardError
            .Should().Contain("error: @scope/core@1.2.3 has the SHA-512").And.Contain("npm.json").And.Contain("it was not kept");
        Left().Should().BeEmpty();
    }

    [Fact]
    public async Task Without_npm_or_without_an_answer_it_says_so()
    {
        (await Fetch("sha512-AAAA")).StandardError.Should().Contain("error: npm is not on PATH");
        await Npm("echo 'npm error network request failed' >&2; exit 1");

        var result = await Fetch("sha512-AAAA");

        result.ExitCode.Should().Be(1);
        result.StandardError.Should().Contain("network request failed").And.Contain("error: npm could not download @scope/core@1.2.3");
        Left().Should().BeEmpty();
    }

    private string[] Left() => !Directory.Exists(folder.File("npm")) ? []
        : [.. Directory.GetFileSystemEntries(folder.File("npm")).Select(entry => Path.GetFileName(entry))];

    private async Task Pack() =>
        await CliWrap.Cli.Wrap("tar").WithArguments(["-czf", folder.File("core.tgz"), "-C", folder.Path, "package"]).ExecuteAsync();

    private async Task<string> Integrity() =>
        $"sha512-{Convert.ToBase64String(SHA512.HashData(await File.ReadAllBytesAsync(folder.File("core.tgz"))))}";

    private async Task Npm(string text)
    {
        await File.WriteAllTextAsync(folder.File("bin/npm"), $"#!/bin/sh\n{text}\n", Encoding.ASCII);
        File.SetUnixFileMode(folder.File("bin/npm"), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    private async Task<BufferedCommandResult> Fetch(string integrity) =>
        await CliWrap.Cli.Wrap("bash").WithArguments([Path.Combine(TestSettings.Folders.Toolchain, "fetch-npm.sh")])
            .WithEnvironmentVariables(variables => variables
                .Set("PATH", folder.File("bin")).Set("ARCHIVE", folder.File("core.tgz")).Set("OUT", Out)
                .Set("NAME", "@scope/core").Set("VERSION", "1.2.3").Set("INTEGRITY", integrity))
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
}
