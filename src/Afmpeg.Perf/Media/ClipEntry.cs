using System.Collections.Immutable;
using System.ComponentModel;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Media;

/// <summary>One entry of media/manifest.json: a clip, where its footage comes from, and how it is derived.</summary>
/// <param name="Id">The clip's name.</param>
/// <param name="Title">What one sees.</param>
/// <param name="Source">The footage; null for a synthetic clip.</param>
/// <param name="Inputs">FFmpeg's inputs; {source} stands for the footage's file.</param>
/// <param name="Video">The video filter: cut to whole frames, a constant rate, starting at 0.</param>
/// <param name="Sound">The audio filter: cut to the same time.</param>
/// <param name="Frames">Video frames of the derived clip.</param>
/// <param name="FramesPerSecond">Its constant frame rate.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record ClipEntry(
    [property: Description("The clip's name, as workloads use it.")] string Id,
    [property: Description("What one sees.")] string Title,
    [property: Description("Where the footage comes from; null for a synthetic clip.")] PackageFile? Source,
    [property: Description("FFmpeg's inputs; {source} stands for the footage's file.")] ImmutableArray<string> Inputs,
    [property: Description("The video filter: whole frames, a constant rate, starting at 0.")] string Video,
    [property: Description("The audio filter: cut to the same time.")] string Sound,
    [property: Description("Video frames of the derived clip.")] int Frames,
    [property: Description("The derived clip's constant frame rate.")] double FramesPerSecond,
    [property: Description("Pixels across.")] int Width,
    [property: Description("Pixels down.")] int Height) : IMediaEntry
{
    /// <summary>The user's own footage; null for the library's clips.</summary>
    internal CustomFootage? Own { get; init; }

    /// <summary>Whether the clip has sound: the manifest's have, a user's need not.</summary>
    internal bool HasSound => Sound.Length > 0;

    /// <summary>What jobs must know of it.</summary>
    internal Clip ToClip() => new(Id, FileName, Frames, FramesPerSecond, Width, Height, HasSound);

    /// <summary>The derived clip's file name.</summary>
    internal string FileName => $"{Id}.mkv";

    MediaItem IMediaEntry.ToItem() => ToClip();
}
