using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf;

/// <summary>Every part that the suite builds, takes or carries, with version and licence, as it is known here. Nothing is fetched for it.</summary>
public static class PartsList
{
    // What the engines are under, and FFmpeg where it contains one encoder or the other: their upstreams say so, and no file here does.
    private const string GplBuild = "GPL-2.0-or-later";
    private const string LgplBuild = "LGPL-2.1-or-later";

    private static readonly ImmutableArray<(string Engine, string Licence)> Engines =
    [
        (Toolchains.Engines.Wasmtime, "Apache-2.0 WITH LLVM-exception"),
        (Toolchains.Engines.V8, "MIT (Node), BSD-3-Clause (V8)"),
        (Toolchains.Engines.Wazero, "Apache-2.0"),
        (Toolchains.Engines.Distribution, $"{GplBuild}, as Debian configures its ffmpeg"),
    ];

    /// <summary>Lists the parts.</summary>
    /// <param name="declared">What the repository declares.</param>
    /// <param name="settings">Where things lie.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The parts: what is built, its sources and compilers, media, engines, packages.</returns>
    /// <exception cref="PerfException">The list of the program's packages cannot be read.</exception>
    public static async Task<ImmutableArray<Part>> Of(Declarations declared, RunSettings settings, CancellationToken cancellation)
    {
        var compilers = await DebianPackages.Query(declared.Recipes.Packages, cancellation);
        var engines = await FoundEngines.Of(settings, cancellation);
        return
        [
            new("product", "afmpeg-perf", typeof(PartsList).Assembly.GetName().Version!.ToString(3), "MIT"),
            .. declared.Recipes.Products.GroupBy(product => product.Flavour).Select(flavour => new Part(
                "product",
                $"ffmpeg of the {flavour.Key} flavour",
                CountText.Of(flavour.Count(), "build"),
                flavour.Key == Product.Gpl ? $"{GplBuild}: it contains x264" : $"{LgplBuild}: it contains openh264")),
            .. declared.Recipes.Sources.Select(source => new Part("source", source.Name, source.Version, source.Licence)),
            .. compilers.Wanted.Select(package => new Part(
                "compiler or tool",
                package,
                compilers.Installed.GetValueOrDefault(package, "not installed"),
                $"in /usr/share/doc/{package}/copyright")),
            .. MediaOf(declared.Media, settings.Folders),
            .. Engines.Select(engine => new Part(
                "engine", engine.Engine, engines[engine.Engine].Show(found => found.Version, reason => $"not here: {reason}"), engine.Licence)),
            .. NuGetPackages.Of(Path.Combine(settings.Programs, "afmpeg-perf.deps.json"), settings.NuGetCache),
        ];
    }

    private static IEnumerable<Part> MediaOf(MediaManifest media, SuiteFolders folders) => media.Sources.Select(source => new Part(
        "medium",
        $"{source.Package}: {source.File[(source.File.LastIndexOf('/') + 1)..]}, by {source.Attribution}",
        Toolchains.DebianPackages.VersionOfUnpacked(folders.Packages, source.Package) ?? "not fetched yet",
        source.Licence));
}
