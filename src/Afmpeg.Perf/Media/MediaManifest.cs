using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Media;

/// <summary>media/manifest.json: every clip of the library.</summary>
/// <param name="Clips">The clips.</param>
public sealed record MediaManifest(ImmutableArray<ClipEntry> Clips)
{
    /// <summary>Reads the manifest.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="PerfException">It cannot be read; every fault is listed with its line.</exception>
    public static MediaManifest Load(string path) => CheckedJson.Load<MediaManifest>(path, RepeatedIds).Value;

    /// <summary>What jobs must know of the clips, by id.</summary>
    /// <returns>The clips.</returns>
    public ImmutableDictionary<string, Clip> ToClips() => Clips.ToImmutableDictionary(entry => entry.Id, entry => entry.ToClip());

    private static IEnumerable<ConfigurationFault> RepeatedIds(CheckedDocument<MediaManifest> document) => document.Value.Clips
        .Select((clip, index) => (clip.Id, Index: index))
        .GroupBy(clip => clip.Id)
        .SelectMany(sameId => sameId.Skip(1))
        .Select(clip => document.Fault($"clips[{clip.Index}].id", "A clip's id is used twice", "an id of its own", clip.Id));
}
