namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Every picture of the report.</summary>
public static class PictureCatalog
{
    // One or two readings are read faster in a table.
    private const int FewestMarks = 3;

    private static readonly ImmutableArray<Func<RunReport, IEnumerable<Picture>>> All =
    [
        UsedTodayPicture.Draw,
        MultiplesPicture.Draw,
        WaterfallPicture.Draw,
        TimeSplitPicture.Draw,
        FrontPicture.Draw,
        FleetPicture.Draw,
    ];

    /// <summary>The pictures that a run has readings for, in the order in which reports show them.</summary>
    public static ImmutableArray<Picture> Of(RunReport report) =>
        [.. All.SelectMany(draw => draw(report)).Where(picture => picture.Marks >= FewestMarks)];

    /// <summary>The id of one of several pictures of a kind: fleet, fleet-2, fleet-3.</summary>
    internal static string Id(string kind, int index) => index == 0 ? kind : $"{kind}-{index + 1}";
}
