using System.ComponentModel;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Media;

/// <summary>One entry of media/manifest.json: a photograph, used as it lies in its package.</summary>
/// <param name="Id">The photograph's name.</param>
/// <param name="Title">What one sees.</param>
/// <param name="Source">The file.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record StillEntry(
    [property: Description("The photograph's name, as workloads use it.")] string Id,
    [property: Description("What one sees.")] string Title,
    [property: Description("The file; jobs read it as it is.")] PackageFile Source,
    [property: Description("Pixels across.")] int Width,
    [property: Description("Pixels down.")] int Height) : IMediaEntry
{
    MediaItem IMediaEntry.ToItem() => new Still(Id, PackageFiles.StagedName(Id, Source), Width, Height);
}
