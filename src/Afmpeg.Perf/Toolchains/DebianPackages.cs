using Afmpeg.Perf.Foundation;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Toolchains;

/// <summary>Which of some Debian packages are installed, in which version.</summary>
/// <param name="Wanted">The packages asked for.</param>
/// <param name="Installed">Those that are installed, with their versions.</param>
public sealed record DebianPackages(ImmutableArray<string> Wanted, ImmutableSortedDictionary<string, string> Installed)
{
    // What shapes a product. A new version of patch or make must not cost a rebuild.
    private static readonly ImmutableArray<string> Compilers = ["clang-", "lld-", "llvm-", "libclang-", "libc++", "wasi-libc", "nasm"];

    /// <summary>Those that are not installed.</summary>
    public ImmutableArray<string> Missing => [.. Wanted.Where(package => !Installed.ContainsKey(package))];

    /// <summary>The compilers among them with their versions, one line.</summary>
    public string Compiler =>
        string.Join(' ', Installed.Where(package => IsCompiler(package.Key)).Select(package => $"{package.Key}={package.Value}"));

    /// <summary>A short hash of the compilers; null while any of them is missing.</summary>
    public string? CompilerHash =>
        Missing.Any(IsCompiler) ? null : TextHash.Of(Compiler)[..8];

    /// <summary>Asks dpkg.</summary>
    /// <returns>The answer; on a system without dpkg nothing is installed.</returns>
    public static async Task<DebianPackages> Query(ImmutableArray<string> wanted, CancellationToken cancellation)
    {
        try
        {
            var answer = await Cli.Wrap("dpkg-query")
                .WithArguments(["--show", "--showformat=${Package} ${db:Status-Status} ${Version}\n", .. wanted])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellation);
            var installed = answer.StandardOutput.Split('\n')
                .Select(line => line.Split(' '))
                .Where(words => words is [_, "installed", _])
                .DistinctBy(words => words[0])
                .ToImmutableSortedDictionary(words => words[0], words => words[2], StringComparer.Ordinal);
            return new DebianPackages(wanted, installed);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new DebianPackages(wanted, ImmutableSortedDictionary<string, string>.Empty);
        }
    }

    /// <summary>The version of a package that was unpacked and not installed.</summary>
    internal static string? VersionOfUnpacked(string packages, string package)
    {
        // As fetch-package.sh writes it: the package's name, a blank, its version.
        var stamp = Path.Combine(packages, package, ".package-version");
        return File.Exists(stamp) ? File.ReadAllText(stamp).Trim().Split(' ')[^1] : null;
    }

    private static bool IsCompiler(string package) => Compilers.Any(prefix => package.StartsWith(prefix, StringComparison.Ordinal));
}
