using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>What the suite does with a user's own clip: the jobs of the library's clips that fit it, all of the quick tier and on the notable lanes.</summary>
public static class CustomMediaWorkload
{
    /// <summary>What every id and subject of a user's clip begins with, so that none is taken for one of the library's.</summary>
    public const string Prefix = "mine-";

    private const int TranscodeLines = 360;
    private const int ThumbnailLines = 180;

    /// <summary>The jobs over a clip. Nothing is scaled up; a clip that would not be scaled down has no job scale, which would be decode once more.</summary>
    /// <param name="clip">The clip.</param>
    /// <returns>transcode, scale, decode, remux and thumbnail.</returns>
    public static ImmutableArray<Job> Jobs(Clip clip)
    {
        var (width, height) = Fit(clip, TranscodeLines);
        var subject = $"{clip.Id}-{height}p";
        var transcode = TranscodeWorkload.Of("transcode", clip, subject, width, height, LaneCoverage.NotableLanes) with { Tier = Tier.Quick };
        return
        [
            transcode,
            Thumbnail(clip),
            .. (ImmutableArray<Job>)((width, height) == (clip.Width, clip.Height) ? [] : [PartsWorkload.ScaleTo(clip, subject, width, height)]),
            PartsWorkload.Decode.Of(clip) with { LaneCoverage = LaneCoverage.NotableLanes },
            PartsWorkload.Remux.Of(clip),
        ];
    }

    // Between two frames, so that no rounding of times decides which of them is taken.
    private static Job Thumbnail(Clip clip)
    {
        var (width, height) = Fit(clip, ThumbnailLines);
        var seconds = Math.Max(0, (clip.Frames / 2) - 0.5) / clip.FramesPerSecond;
        return ThumbnailWorkload.Of(clip, $"{clip.Id}-{height}p", EncoderSetting.Jpeg, "yuvj420p", "out.jpg", seconds, width, height) with { Tier = Tier.Quick };
    }

    // 4:2:0 has half as many colours each way: both sides are even.
    private static (int Width, int Height) Fit(Clip clip, int lines) => clip.Height <= lines
        ? (clip.Width, clip.Height)
        : (Math.Max(2, 2 * (int)Math.Round((double)clip.Width * lines / clip.Height / 2)), lines);
}
