using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Every picture of the report.</summary>
public static class PictureCatalog
{
    private static readonly ImmutableArray<Func<RunReport, IEnumerable<Picture>>> All =
    [
        ReferencePicture.Of,
        MultiplesPicture.Of,
        WaterfallPicture.Of,
        TimeSplitPicture.Of,
        FrontPicture.Of,
        RatesPicture.Of,
        BuildsPicture.Of,
        FleetPicture.Of,
        SegmentsPicture.Of,
    ];

    /// <summary>The pictures that a run has readings for.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The pictures, in the order in which reports show them.</returns>
    public static ImmutableArray<Picture> Of(RunReport report) => [.. All.SelectMany(pictures => pictures(report))];
}
