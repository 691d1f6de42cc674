using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Media;

/// <summary>How a user's clip differs from its file, a sentence each: what a reader of its figures must know.</summary>
internal static class ClipNotes
{
    // Sound comes in frames of up to 46 ms, and a container rounds its times.
    private const double NoticedSeconds = 0.1;

    /// <summary>What was done to the pictures and to the file as a whole.</summary>
    public static IEnumerable<string> OfPictures(FootageFacts facts, FrameTimes times, (int Width, int Height) size, ClipEntry entry)
    {
        var seconds = entry.Frames / entry.FramesPerSecond;
        (bool Applies, string Note)[] notes =
        [
            (facts.Duration is { TotalSeconds: > CustomClip.LongestSeconds + NoticedSeconds },
                $"its first {seconds:0.##} s of {DurationText.ForPeople(facts.Duration ?? default, decimals: 2)} are measured"),
            (facts.Duration is null, $"its length is unknown; its first {seconds:0.##} s are measured"),
            (!times.IsConstant,
                $"its frame rate varies; it is made constant at {entry.FramesPerSecond:0.###} frames/s, the mean of what is measured"),
            (times is { IsConstant: true, UnusualFrames: > 0 },
                $"{CountText.Of(times.UnusualFrames, "frame", "stay")} longer or shorter than the others; its rate is "
                    + $"{entry.FramesPerSecond:0.###} frames/s"),
            (times.Seconds.Length == 1, "it has a single frame"),
            (size != (entry.Width, entry.Height), $"its {size.Width}x{size.Height} are cut to even sides, {entry.Width}x{entry.Height}"),
            (Math.Abs(facts.Start.TotalSeconds) > NoticedSeconds, $"it begins at {facts.Start.TotalSeconds:0.##} s; that is moved to 0"),
            (facts.PixelFormat is not (null or "yuv420p"), $"its pixel format {facts.PixelFormat} is converted to yuv420p"),
            (facts.HasAlpha, "its transparency is dropped"),
            (facts.VideoTracks.Length > 1,
                $"it has {facts.VideoTracks.Length} video streams; the first ({facts.VideoTracks.FirstOrDefault()}) is measured, not "
                    + string.Join(", ", facts.VideoTracks.Skip(1))),
            (facts.PixelAspect is not null,
                $"its pixels are not square ({facts.PixelAspect}) and are taken as if they were: a player shows it wider or narrower"),
            (facts.Rotation != 0, $"it is turned by {facts.Rotation:0} degrees, as players do"),
            (facts.IsHdr, "it is HDR; its colours are not mapped and look pale"),
        ];
        return notes.Where(note => note.Applies).Select(note => note.Note);
    }

    /// <summary>Which sound was taken, and what was done to it.</summary>
    public static IEnumerable<string> OfSound(FootageFacts facts, TimeSpan sound, int? taken, ClipEntry entry, string ffmpeg)
    {
        var tracks = facts.SoundTracks;
        if (taken is not { } track)
        {
            return tracks.IsEmpty ? [] :
                [$"its sound is {string.Join(", ", tracks)}, which {ffmpeg} does not decode: it is measured without sound"];
        }

        var seconds = entry.Frames / entry.FramesPerSecond;
        var length = sound.TotalSeconds;
        (bool Applies, string Note)[] notes =
        [
            (tracks.Length > 1,
                $"it has {tracks.Length} audio streams; number {track + 1} ({tracks[track]}) is taken, "
                    + (track > 0 ? $"the first that {ffmpeg} decodes, " : "")
                    + $"not {string.Join(", ", tracks.RemoveAt(track))}"),
            (length < seconds - NoticedSeconds, $"its sound of {length:0.##} s is followed by silence up to {seconds:0.##} s"),
            (length > seconds + NoticedSeconds, $"its sound is cut to the {seconds:0.##} s of its pictures"),
        ];
        return notes.Where(note => note.Applies).Select(note => note.Note);
    }
}
