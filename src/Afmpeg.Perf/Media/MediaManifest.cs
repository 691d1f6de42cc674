using System.Collections.Immutable;
using System.ComponentModel;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Media;

/// <summary>media/manifest.json: everything in the library. An id stands for one entry of one list.</summary>
/// <param name="Clips">The clips.</param>
/// <param name="Stills">The photographs.</param>
/// <param name="Sounds">The sounds.</param>
public sealed record MediaManifest(
    [property: Description("Clips, derived from footage.")] ImmutableArray<ClipEntry> Clips,
    [property: Description("Photographs, as they lie in their packages.")] ImmutableArray<StillEntry> Stills,
    [property: Description("Sounds, as they lie in their packages.")] ImmutableArray<SoundEntry> Sounds)
{
    /// <summary>Every entry, list after list.</summary>
    internal IEnumerable<IMediaEntry> Entries => [.. Clips, .. Stills, .. Sounds];

    /// <summary>The files that it is made of, each once, in its order.</summary>
    internal IEnumerable<PackageFile> Sources => Entries.Select(entry => entry.Source).OfType<PackageFile>().DistinctBy(source => (source.Package, source.File));

    /// <summary>Reads the manifest.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="PerfException">It cannot be read; every fault is listed with its line.</exception>
    public static MediaManifest Load(string path) => CheckedJson.Load<MediaManifest>(path, ManifestRules.Faults).Value;

    /// <summary>What workloads may read.</summary>
    /// <returns>The catalogue.</returns>
    public MediaCatalog ToCatalog() => new(Entries.Select(entry => entry.ToItem()));
}
