using System.ComponentModel;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Media;

/// <summary>media/manifest.json: everything in the library. An id stands for one entry of one list.</summary>
public sealed record MediaManifest(
    [property: Description("Clips, derived from footage.")] ImmutableArray<ClipEntry> Clips,
    [property: Description("Photographs, as they lie in their packages.")] ImmutableArray<StillEntry> Stills,
    [property: Description("Sounds, as they lie in their packages.")] ImmutableArray<SoundEntry> Sounds)
{
    /// <summary>Every entry, list after list.</summary>
    internal IEnumerable<IMediaEntry> Entries => [.. Clips, .. Stills, .. Sounds];

    /// <summary>The files that it is made of, each once, in its order.</summary>
    internal IEnumerable<PackageFile> Sources =>
        Entries.Select(entry => entry.Source).OfType<PackageFile>().DistinctBy(source => (source.Package, source.File));

    /// <summary>Reads the manifest.</summary>
    /// <exception cref="PerfException">It cannot be read; every fault is listed with its line.</exception>
    public static MediaManifest Load(string path) => CheckedJson.Load<MediaManifest>(path, ManifestRules.Faults).Value;

    /// <summary>What workloads may read.</summary>
    public MediaCatalog ToCatalog() => new(Entries.Select(entry => entry.ToItem()));
}

/// <summary>One entry of media/manifest.json: a photograph, used as it lies in its package.</summary>
public sealed record StillEntry(
    [property: Description("The photograph's name, as workloads use it.")] string Id,
    [property: Description("What one sees.")] string Title,
    [property: Description("The file; jobs read it as it is.")] PackageFile Source,
    [property: Description("Pixels across.")] int Width,
    [property: Description("Pixels down.")] int Height) : IMediaEntry
{
    MediaItem IMediaEntry.ToItem() => new Still(Id, PackageFiles.StagedName(Id, Source), Width, Height);
}

/// <summary>One entry of media/manifest.json: a sound, used as it lies in its package.</summary>
public sealed record SoundEntry(
    [property: Description("The sound's name, as workloads use it.")] string Id,
    [property: Description("What one hears.")] string Title,
    [property: Description("The file; jobs read it as it is.")] PackageFile Source,
    [property: Description("How long it lasts, to the millisecond.")] double Seconds) : IMediaEntry
{
    MediaItem IMediaEntry.ToItem() => new Sound(Id, PackageFiles.StagedName(Id, Source), TimeSpan.FromSeconds(Seconds));
}

/// <summary>A file of a Debian package.</summary>
public sealed record PackageFile(
    [property: Description("The Debian package; it is unpacked into the cache, not installed.")] string Package,
    [property: Description("The package's versions that are known to have this file, the best first.")] ImmutableArray<string> Versions,
    [property: Description("The file's path in the package.")] string File,
    [property: Description("The file's SHA-256.")] string Sha256,
    [property: Description("The file's licence, as SPDX writes it.")] string Licence,
    [property: Description("Who made it.")] string Attribution);

/// <summary>What every entry of media/manifest.json has.</summary>
internal interface IMediaEntry
{
    /// <summary>Its name, as workloads use it.</summary>
    string Id { get; }

    /// <summary>Where it comes from; null for what FFmpeg itself makes.</summary>
    PackageFile? Source { get; }

    /// <summary>What jobs must know of it.</summary>
    MediaItem ToItem();
}
