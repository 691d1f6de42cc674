using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Workloads;

/// <summary>
/// What the suite does with a user's own clip: the jobs of the library's clips that fit it, on the notable lanes. All are of the quick tier
/// but the thumbnail as WebP, whose encoder a module of the user's may lack.
/// </summary>
public static class CustomMediaWorkload
{
    /// <summary>What every id and subject of a user's clip begins with, so that none is taken for one of the library's.</summary>
    public const string Prefix = "mine-";

    private const int TranscodeLines = 360;
    private const int ThumbnailLines = 180;
    private const int WebPColumns = 512;

    /// <summary>
    /// The jobs over a clip. Nothing is scaled up; a clip that would not be scaled down has no job scale, which would be decode once more.
    /// </summary>
    public static ImmutableArray<Job> Jobs(Clip clip)
    {
        var (width, height) = Fit(clip, TranscodeLines);
        var subject = $"{clip.Id}-{height}p";
        return
        [
            TranscodeWorkload.Create(TranscodeWorkload.Name, clip, subject, width, height, LaneCoverage.NotableLanes) with
            {
                Tier = Tier.Quick,
            },
            Thumbnail(clip),
            WebP(clip),
            .. (width, height) == (clip.Width, clip.Height) ? [] : (Job[])[PartsWorkload.ScaleTo(clip, subject, width, height)],
            PartsWorkload.Decode(clip) with { LaneCoverage = LaneCoverage.NotableLanes },
            PartsWorkload.Remux(clip),
            PartsWorkload.Probe(clip),
        ];
    }

    /// <summary>A pattern over case ids with * for the clip, if it names a user's: those ids follow from the file.</summary>
    /// <param name="pattern">One pattern, without alternatives.</param>
    /// <returns>The pattern with * as its subject; the same pattern if it names no clip of a user's.</returns>
    public static Glob WithAnyClip(Glob pattern) =>
        pattern.Pattern.Split('/') is [var workload, var subject, .. var rest] && subject.StartsWith(Prefix, StringComparison.Ordinal)
            ? new Glob(string.Join('/', (string[])[workload, "*", .. rest]))
            : pattern;

    // Between two frames, so that no rounding of times decides which of them is taken.
    private static Job Thumbnail(Clip clip)
    {
        var (width, height) = Fit(clip, ThumbnailLines);
        var seconds = Math.Max(0, (clip.Frames / 2) - 0.5) / clip.FramesPerSecond;
        return ThumbnailWorkload.Create(clip, $"{clip.Id}-{height}p", EncoderSetting.Jpeg, seconds, width, height) with
        {
            Tier = Tier.Quick,
        };
    }

    // As the library's: the first frame, at most 512 pixels across.
    private static Job WebP(Clip clip)
    {
        var (width, height) = clip.Width <= WebPColumns
            ? (clip.Width, clip.Height)
            : (WebPColumns, Math.Max(2, 2 * (int)Math.Round((double)clip.Height * WebPColumns / clip.Width / 2)));
        return ThumbnailWorkload.Create(clip, $"{clip.Id}-{height}p", EncoderSetting.WebP, seconds: 0, width, height);
    }

    // 4:2:0 has half as many colours each way: both sides are even.
    private static (int Width, int Height) Fit(Clip clip, int lines) => clip.Height <= lines
        ? (clip.Width, clip.Height)
        : (Math.Max(2, 2 * (int)Math.Round((double)clip.Width * lines / clip.Height / 2)), lines);
}

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
        $"{File} (sha256 {Sha256[..12]}), measured as {CountText.Of(Clip.Frames, "frame")} of {Clip.Width}x{Clip.Height}, "
        + $"{Clip.FramesPerSecond:0.###} frames/s, "
        + $"{(Clip.HasSound ? "with sound, re-encoded as H.264 and AAC" : "silent, re-encoded as H.264")} in mkv";
}
