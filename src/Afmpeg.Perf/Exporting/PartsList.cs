using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Licences;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Exporting;

/// <summary>Every part that the suite builds, uses or ships, with version and licence, as known here. Nothing is fetched.</summary>
public static class PartsList
{
    private const string NotInstalled = "not installed";
    private const string LockFile = "packages.lock.json";

    // What the engines are under, and FFmpeg where it contains one encoder or the other: their upstreams say so, and no file here does.
    private const string GplBuild = "GPL-2.0-or-later";
    private const string LgplBuild = "LGPL-2.1-or-later";

    private static readonly ImmutableArray<(string Engine, string Licence)> Engines =
    [
        (Toolchains.Engines.Wasmtime, "Apache-2.0 WITH LLVM-exception"),
        (Toolchains.Engines.V8, "MIT (Node), BSD-3-Clause (V8)"),
        (Toolchains.Engines.FfmpegWasm, GplBuild),
        (Toolchains.Engines.Wazero, "Apache-2.0"),
        (Toolchains.Engines.Distribution, $"{GplBuild}, as Debian configures its ffmpeg"),
    ];

    // Of these, pieces end in what is built: the C and C++ libraries and the compiler's own.
    internal static readonly ImmutableArray<string> LinkedIntoModules =
        ["wasi-libc", "libclang-rt-19-dev-wasm32", "libc++-19-dev-wasm32", "libc++abi-19-dev-wasm32"];

    // Patterns of dpkg's: GCC's version is the distribution's.
    private static readonly ImmutableArray<string> LinkedNatively = ["libc6-dev", "libgcc-[0-9]*-dev", "libstdc++-[0-9]*-dev"];

    // CI's linter, and what some tests run.
    private static readonly ImmutableArray<string> ToolsOfTests = ["chromium", "googletest", "hyperfine", "shellcheck", "yamllint"];

    /// <summary>Lists the parts; the version is that of the command, which only packing sets.</summary>
    /// <returns>The parts: what is built, of which sources, by which compilers; media, engines, packages.</returns>
    /// <exception cref="PerfException">A list of packages cannot be read.</exception>
    public static async Task<ImmutableArray<Part>> Of(
        Declarations declared, RunSettings settings, Version version, CancellationToken cancellation)
    {
        var engines = await FoundEngines.Of(settings, cancellation);
        var carried = NuGetPackages.Of(Path.Combine(settings.Programs, "afmpeg-perf.deps.json"), settings.NuGetCache);
        return
        [
            .. Products(declared.Recipes, version),
            .. declared.Recipes.With(settings.Folders.Sources).Sources.Select(
                source => new Part("source", source.Name, source.Description, source.Licence)),
            .. await Debian([.. declared.Recipes.Packages, .. ToolsOfTests], settings.Folders, cancellation),
            .. MediaOf(declared.Media, settings.Folders),
            .. Engines.Select(engine => new Part(
                "engine", engine.Engine, engines[engine.Engine]
                    .Show(found => found.Version, reason => $"not here: {reason}"), engine.Licence)),
            .. new WazeroWorker(settings.Folders).Packages.Select(
                package => new Part("made into the wazero worker", package.Key, package.Value, LicenceOfGo(package.Key))),
            new("runtime", ".NET", Environment.Version.ToString(), "MIT"),
            .. carried,
            .. Locked(settings).Where(part => !carried.Any(other => (other.Name, other.Version) == (part.Name, part.Version))),
        ];
    }

    private static IEnumerable<Part> Products(ToolchainRecipes recipes, Version version) =>
    [
        new("product", "afmpeg-perf", version.ToString(3), "MIT"),
        new("product", "launcher", recipes.LauncherHash, "MIT"),
        .. recipes.Products.GroupBy(product => (product.Program, product.Flavour)).Select(builds => new Part(
            "product",
            $"{builds.Key.Program} of the {builds.Key.Flavour} flavour",
            CountText.Of(builds.Count(), "build"),
            builds.Key.Flavour == Product.Gpl ? $"{GplBuild}: it contains x264" : $"{LgplBuild}: it contains openh264")),
        .. recipes.Steps.Where(step => step.Key.Split('/')[0] is "patches" or "msa" or "stubs" or Product.Ffmpeg9).Select(step => new Part(
            "part of ours in a build",
            step.Key,
            $"sha256 {step.Value[..12]}",
            step.Key.EndsWith(".diff", StringComparison.Ordinal) ? "MIT; what it patches keeps its licence" : "MIT")),
    ];

    private static async Task<IEnumerable<Part>> Debian(
        ImmutableArray<string> packages, SuiteFolders folders, CancellationToken cancellation)
    {
        var found = await DebianPackages.Query(packages, cancellation);
        var linked = (await DebianPackages.Query(LinkedNatively, cancellation)).Installed;
        return packages.Union(linked.Keys).Select(package => new Part(
            LinkedIntoModules.Contains(package) ? "linked into modules"
                : linked.ContainsKey(package) || LinkedNatively.Contains(package) ? "linked into native builds"
                : ToolsOfTests.Contains(package) ? "tool of tests" : "compiler or tool",
            package,
            found.Installed.GetValueOrDefault(package) ?? linked.GetValueOrDefault(package)
                ?? DebianPackages.VersionOfUnpacked(folders.Packages, package) ?? NotInstalled,
            DebianLicences.Of(package)));
    }

    private static string LicenceOfGo(string package) => package == WazeroWorker.Library ? "Apache-2.0" : "BSD-3-Clause";

    private static IEnumerable<Part> MediaOf(MediaManifest media, SuiteFolders folders) =>
    [
        .. media.Sources.Select(source => new Part(
            "medium",
            $"{source.Package}: {source.File[(source.File.LastIndexOf('/') + 1)..]}, by {source.Attribution}",
            DebianPackages.VersionOfUnpacked(folders.Packages, source.Package) ?? "not fetched yet",
            source.Licence)),
        .. media.Clips.Select(clip => new Part(
            "derived clip", clip.Id, $"{CountText.Of(clip.Frames, "frame")} of {clip.Width}x{clip.Height}", clip.Source?.Licence
                ?? "none needed: FFmpeg's own pictures and tone")),
    ];

    // An installed tool has no lock files, and carries none of what they name besides.
    private static IEnumerable<Part> Locked(RunSettings settings) => ((string[])["src", "tests", "artifacts"])
        .Select(folder => Path.Combine(settings.Folders.Repository, folder))
        .Where(Directory.Exists)
        // Below artifacts/ lies that of a feed which has more than others.
        .SelectMany(folder => Directory.EnumerateFiles(
            folder, $"*{LockFile}", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }))
        .SelectMany(file => NuGetPackages.Locked(file, settings.NuGetCache))
        .Distinct()
        .OrderBy(part => part.Name, StringComparer.OrdinalIgnoreCase);
}
