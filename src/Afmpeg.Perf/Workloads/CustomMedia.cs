using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Workloads;

/// <summary>A user's own file, which a run measures instead of the library's clips.</summary>
/// <param name="File">The file's name, without its folders.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="Clip">The clip that is derived from it.</param>
/// <param name="Notes">What was done to it that readers of a figure must know, a sentence each.</param>
public sealed record CustomMedia(string File, string Sha256, Clip Clip, ImmutableArray<string> Notes)
{
    /// <summary>The file, the clip made of it, and the notes, as one paragraph.</summary>
    public string Description => string.Join("; ", Notes.Prepend(Summary));

    /// <summary>The file and the clip made of it.</summary>
    public string Summary =>
        $"{File} (sha256 {Sha256[..12]}), measured as {CountText.Of(Clip.Frames, "frame")} of {Clip.Width}x{Clip.Height}, {Clip.FramesPerSecond:0.###} frames/s, "
        + $"{(Clip.HasSound ? "with sound" : "silent")}, encoded anew as H.264{(Clip.HasSound ? " and AAC" : "")} in mkv";
}
