using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Media;

/// <summary>
/// The media that jobs read: photographs and sounds as they lie in Debian packages, and clips derived from such footage, once, with
/// native-portable, whose output does not depend on the processor's vector units, so that every host measures the same clips.
/// </summary>
/// <param name="manifest">What there is.</param>
/// <param name="folders">Where packages and derived clips lie.</param>
/// <param name="steps">Told how deriving goes.</param>
/// <param name="deriver">The checksum of the ffmpeg that derives clips in the place of native-portable; null for native-portable.</param>
/// <param name="customDeriver">The checksum of the ffmpeg that derives a user's clip; null where that is no other.</param>
public sealed class MediaLibrary(
    MediaManifest manifest, SuiteFolders folders, StepRunner steps, string? deriver = null, Lazy<string>? customDeriver = null)
{
    private readonly ClipStore clips = new(folders, deriver, customDeriver);

    /// <summary>
    /// The packages that some media are still taken from: a derived clip needs its footage no more, a photograph or sound its package
    /// always.
    /// </summary>
    public ImmutableArray<string> PackagesOf(IEnumerable<string> ids) =>
    [
        .. Entries(ids).Where(entry => entry is not ClipEntry clip || !clips.Holds(clip))
            .Select(entry => entry.Source?.Package).OfType<string>().Distinct(),
    ];

    /// <summary>The versions of these packages that have every file that is taken from them, the best first.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Versions => manifest.Sources
        .GroupBy(source => source.Package)
        .ToImmutableDictionary(
            package => package.Key,
            package => package.Select(source => (IEnumerable<string>)source.Versions)
                .Aggregate((some, others) => some.Intersect(others)).ToImmutableArray());

    /// <summary>What is yet to be derived.</summary>
    /// <returns>A task a clip; nothing else is derived.</returns>
    public ImmutableArray<SetupTask> Missing(IEnumerable<string> ids, Func<ClipEntry, CancellationToken, Task<string>> ffmpeg) =>
    [
        .. Entries(ids).OfType<ClipEntry>().Where(clip => !clips.Holds(clip)).Select(clip => new SetupTask(
            $"derive the clip {clip.Id}",
            SetupStage.Derive,
            async token => await steps.Timed($"clip {clip.Id}", async () => await clips.Derive(clip, await ffmpeg(clip, token), token)))),
    ];

    /// <summary>
    /// The media, each checked against its checksum: a clip's from when it was made, the manifest's for a file of a package.
    /// </summary>
    /// <exception cref="PerfException">A file is damaged or missing (exit status 3).</exception>
    public ImmutableDictionary<string, MediaFile> Open(IEnumerable<string> ids) => Entries(ids).ToImmutableDictionary(
        entry => entry.Id,
        entry => entry is ClipEntry clip ? clips.Open(clip) : PackageFiles.Open(folders, entry.Id, entry.Source!));

    private IEnumerable<IMediaEntry> Entries(IEnumerable<string> ids) =>
        ids.Distinct().Select(id => manifest.Entries.First(entry => entry.Id == id));
}

/// <summary>
/// A file of the library in the cache, its checksum verified. That of a clip was found when it was made and lies beside it as clip.json.
/// </summary>
/// <param name="File">Its path.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="Bytes">Its size.</param>
public sealed record MediaFile(string File, string Sha256, long Bytes);
