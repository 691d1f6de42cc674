using System.ComponentModel;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Media;

/// <summary>One entry of media/manifest.json: a sound, used as it lies in its package.</summary>
/// <param name="Id">The sound's name.</param>
/// <param name="Title">What one hears.</param>
/// <param name="Source">The file.</param>
/// <param name="Seconds">How long it lasts.</param>
public sealed record SoundEntry(
    [property: Description("The sound's name, as workloads use it.")] string Id,
    [property: Description("What one hears.")] string Title,
    [property: Description("The file; jobs read it as it is.")] PackageFile Source,
    [property: Description("How long it lasts, to the millisecond.")] double Seconds) : IMediaEntry
{
    MediaItem IMediaEntry.ToItem() => new Sound(Id, PackageFiles.StagedName(Id, Source), TimeSpan.FromSeconds(Seconds));
}
