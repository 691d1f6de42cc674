using System.Diagnostics;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>toolchain/install-packages.sh, where it must not install and after an installation that was interrupted.</summary>
public sealed class InstallPackagesRules : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_101_101;

    private readonly TemporaryFolder copy = new();

    public void Dispose() => copy.Dispose();

    [SkippableTheory]
    [InlineData(null, "run as root: apt-get update && apt-get install -y --no-install-recommends afmpeg-no-such-package afmpeg-nor-this")]
    [InlineData("sudo sh -c 'all of it'", "run sudo sh -c 'all of it'")]
    public void A_user_who_may_not_install_gets_the_exact_command(string? command, string told)
    {
        // A copy, since the checkout may lie where this user cannot look; and a PATH without sudo.
        File.SetUnixFileMode(copy.Path, Everybody);
        foreach (var script in new[] { "install-packages.sh", "lib.sh" })
        {
            File.Copy(Repository.PathOf("toolchain", script), copy.File(script));
            File.SetUnixFileMode(copy.File(script), Everybody);
        }

        var (status, errors) = AsNobody(command, "bash", copy.File("install-packages.sh"), "afmpeg-no-such-package", "afmpeg-nor-this");

        Skip.If(errors.Contains("setpriv:", StringComparison.Ordinal), $"another user cannot be taken on here: {errors}");
        status.Should().Be(3, errors);
        errors.TrimEnd().Should().EndWith(told);
    }

    [Fact]
    public void An_interrupted_installation_is_finished_before_packages_are_installed()
    {
        foreach (var name in new[] { "dpkg-query", "dpkg", "apt-get", "sudo" })
        {
            File.WriteAllText(copy.File(name), $$"""
                #!/bin/sh
                [ {{name}} = sudo ] && shift && exec "$@"
                echo "{{name}} $*" >>'{{copy.File("calls")}}'

                """);
            File.SetUnixFileMode(copy.File(name), Everybody);
        }

        using var process = Process.Start(new ProcessStartInfo(
            "/bin/bash", [Repository.PathOf("toolchain", "install-packages.sh"), "afmpeg-no-such-package"])
        {
            RedirectStandardError = true,
            Environment = { ["PATH"] = $"{copy.Path}:{Environment.GetEnvironmentVariable("PATH")}" },
        })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();

        process.ExitCode.Should().Be(0);
        File.ReadAllLines(copy.File("calls")).Where(call => !call.StartsWith("dpkg-query", StringComparison.Ordinal)).Should()
            .SatisfyRespectively(
                call => call.Should().Be("dpkg --configure -a"),
                call => call.Should().Be("apt-get update"),
                call => call.Should().EndWith("afmpeg-no-such-package"));
    }

    private static (int Status, string Errors) AsNobody(string? told, params string[] command)
    {
        Skip.IfNot(File.Exists("/usr/bin/setpriv"), "setpriv is not here");
        Skip.If(File.Exists("/usr/bin/sudo"), "sudo is here, and may let this user install");
        using var process = Process.Start(new ProcessStartInfo(
            "/usr/bin/setpriv", ["--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--", .. command])
        {
            RedirectStandardError = true,
            Environment = { ["COMMAND"] = told },
        })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }
}
