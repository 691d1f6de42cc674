using System.ComponentModel;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Media;

/// <summary>One entry of media/manifest.json: a clip, where its footage comes from, and how it is derived.</summary>
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

/// <summary>A user's own file that a clip is derived from.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="SoundTrack">Which of its audio streams is taken, from 0.</param>
internal sealed record CustomFootage(string File, string Sha256, int SoundTrack = 0)
{
    /// <summary>What helps where ffmpeg can make no clip of it.</summary>
    public const string Remedy =
        "name a file that a player shows. If this is one, put an ffmpeg that reads it and has libx264 on PATH "
        + "(on Debian: apt-get install ffmpeg), or into a lanes file: { \"native\": \"/opt/ffmpeg\" }";

    /// <summary>The file as ffmpeg is given it: a name alone could be taken for an option or for another protocol.</summary>
    public string Location => LocationOf(File);

    /// <summary>A file as ffmpeg is given it.</summary>
    public static string LocationOf(string file) => $"file:{Path.GetFullPath(file)}";
}
