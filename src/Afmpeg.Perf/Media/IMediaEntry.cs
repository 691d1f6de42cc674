using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Media;

/// <summary>What every entry of media/manifest.json tells.</summary>
internal interface IMediaEntry
{
    /// <summary>Its name, as workloads use it.</summary>
    string Id { get; }

    /// <summary>Where it comes from; null for what FFmpeg itself makes.</summary>
    PackageFile? Source { get; }

    /// <summary>What jobs must know of it.</summary>
    MediaItem ToItem();
}
