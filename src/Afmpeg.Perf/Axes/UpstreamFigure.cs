namespace Afmpeg.Perf.Axes;

/// <summary>A native multiple that afmpeg published, and the case that does the same job here.</summary>
/// <param name="What">The job, as its report names it.</param>
/// <param name="Multiple">The multiple that it published.</param>
/// <param name="Seconds">The times that it is made of, in words.</param>
/// <param name="Source">Where it is published, in the repository github.com/phpboyscout/afmpeg.</param>
/// <param name="JobId">The same job here.</param>
public sealed record UpstreamFigure(string What, double Multiple, string Seconds, string Source, string JobId)
{
    private const string Report = "docs/development/spikes/0008-perf/REPORT.md at 2fb8dc3, 2026-07-04, 8 cores";

    /// <summary>Every multiple that it published of a job that is measured here.</summary>
    public static ImmutableArray<UpstreamFigure> All { get; } =
    [
        new("transcode, x264 medium", 63.5, "9.75 s / 153 ms", Report, "transcode/synthetic-120p/libx264-medium"),
        new("transcode, x264 veryfast", 38.4, "5.51 s / 143 ms", Report, "transcode/synthetic-120p/libx264-veryfast"),
        new("transcode, x264 ultrafast", 13.1, "3.11 s / 237 ms", Report, "transcode/synthetic-120p/libx264-ultrafast"),
        new("reel, x264 medium", 149.9, "64.75 s / 432 ms", Report, "reel/synthetic-crossfade/libx264-medium"),
        new("thumbnail, PNG", 2.4, "216 ms / 89 ms", Report, "thumbnail/synthetic-120p/png"),
        new("transcode, openh264, against its native driver", 48.1, "2.52 s / 52 ms",
            "docs/development/spikes/0028-perf/REPORT-native.md, 2026-07-05, 8 cores", "transcode/synthetic-120p/libopenh264-medium-150k"),
    ];
}
