using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Licences;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Exporting;

/// <summary>Takes a module out of the cache, for programs that are not this suite.</summary>
/// <param name="settings">Where things lie, and whether missing packages may be installed.</param>
/// <param name="observer">Told how set-up goes.</param>
public sealed class ModuleExport(RunSettings settings, RunObserver observer)
{
    /// <summary>Builds the module where it is not built yet, and writes its folder.</summary>
    /// <param name="build">The module build, such as O3-simd128-msa.</param>
    /// <param name="flavour">gpl or lgpl.</param>
    /// <param name="folder">The folder; it must be empty or not there.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="PerfException">There is no such build, it cannot be built, or the folder cannot be written.</exception>
    public async Task<ProductManifest> Write(string build, string flavour, string folder, CancellationToken cancellation)
    {
        ModuleFolder.CheckFree(folder);
        var declared = Declarations.Load(settings.WithoutCustomThresholds());
        var modules = declared.Recipes.Products.Where(product => product is { IsModule: true, Program: Product.Ffmpeg }).ToArray();
        var key = Product.KeyOf(flavour, build);
        var product = modules.FirstOrDefault(candidate => candidate.Key == key)
            ?? throw new PerfException(ExitStatus.BadUsage, $"There is no module {key}")
            {
                Expected = string.Join(", ", modules.Select(candidate => candidate.Key)),
                Observed = NearestName.InWords(key, modules.Select(candidate => candidate.Key)),
                Remedy = "name one of these: afmpeg-perf export BUILD FOLDER --flavour FLAVOUR",
            };
        var (file, manifest) = await new SetupService(settings, declared, observer).Ensure(product, observer, cancellation);
        new ModuleFolder(manifest, Operations(manifest)).Write(
            folder,
            file,
            declared.Recipes.With(settings.Folders.Sources).SourcesOf(product)
                .Select(source => Path.Combine(settings.Folders.Sources, source.File)),
            settings.Folders.Toolchain,
            PartsList.LinkedIntoModules.Select(package => (package, DebianLicences.FileOf(package))));
        return manifest;
    }

    // What was counted of another module of that name is no count of this one.
    private ImmutableSortedDictionary<string, long> Operations(ProductManifest manifest) =>
        OperationsFile.Load(settings.Folders.OperationsBaseline) is { } counted
            && counted.Modules.Any(module => module.Name == manifest.Product.Key && module.Sha256 == manifest.Sha256)
            ? counted.Counts.Where(count => count.Module == manifest.Product.Key)
                .ToImmutableSortedDictionary(count => count.Job, count => count.Operations, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, long>.Empty;
}
