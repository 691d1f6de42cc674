using Afmpeg.Perf.Licences;

namespace Afmpeg.Perf.SelfTests.Rules.Licences;

public sealed class DebianLicencesRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_licence_that_a_copyright_file_names_is_listed_once_with_the_file() => Of("tool", """
        Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

        Files: *
        License: MIT

        Files: old.c
        License: BSD-3-Clause
         Redistribution and use ...

        License: mit
        License:
        """).Should().Be($"BSD-3-Clause, MIT ({folder.File("tool/copyright")})");

    [Theory]
    [InlineData("tool", "Written by somebody.\nLicense: as they please", "in ")]
    [InlineData("tool", "", "in ")]
    [InlineData("nasm", "Upstream sources of nasm were obtained from", "BSD-2-Clause (")]
    [InlineData("libgcc-14-dev", "This is the Debian GNU/Linux prepackaged version of", "GPL-3.0-or-later WITH GCC-exception-3.1 (")]
    [InlineData("libstdc++-14-dev", "This is the Debian GNU/Linux prepackaged version of", "GPL-3.0-or-later WITH GCC-exception-3.1 (")]
    public void Licence_prose_is_listed_by_its_file_unless_the_suite_knows_it(string package, string copyright, string expected) =>
        Of(package, copyright).Should().StartWith(expected).And.Contain(folder.File($"{package}/copyright"));

    [Fact]
    public void A_package_that_is_not_installed_is_listed_with_its_place() =>
        DebianLicences.Of("tool", folder.Path).Should().Be($"in {folder.File("tool/copyright")}");

    private string Of(string package, string copyright)
    {
        Directory.CreateDirectory(folder.File(package));
        File.WriteAllText(folder.File($"{package}/copyright"), copyright);
        return DebianLicences.Of(package, folder.Path);
    }
}
