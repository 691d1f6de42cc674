using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>Where each picture stands: a picture's name begins with that of the axis it is of; one of no axis is of a workload, which its name ends in, or of the whole.</summary>
internal static class PicturePlaces
{
    /// <summary>The pictures of an axis.</summary>
    public static IEnumerable<PageBlock> Of(AxisTable axis, PageInput input) =>
        input.Pictures.Where(picture => AxisOf(picture, input)?.Id == axis.Id).Select(picture => new PictureBlock(picture));

    /// <summary>The pictures of a workload.</summary>
    public static IEnumerable<PageBlock> Of(string workload, PageInput input) =>
        input.Pictures.Where(picture => AxisOf(picture, input) is null && WorkloadOf(picture, input) == workload).Select(picture => new PictureBlock(picture));

    /// <summary>The pictures of the whole run.</summary>
    public static IEnumerable<PageBlock> OfTheWhole(PageInput input) =>
        input.Pictures.Where(picture => AxisOf(picture, input) is null && WorkloadOf(picture, input) is null).Select(picture => new PictureBlock(picture));

    private static AxisTable? AxisOf(Picture picture, PageInput input) =>
        input.Report.Axes.Where(axis => Begins(picture.Id, axis.Id)).MaxBy(axis => axis.Id.Length);

    private static string? WorkloadOf(Picture picture, PageInput input) =>
        Workloads(input.Report).Where(workload => picture.Id.EndsWith($"-{workload}", StringComparison.Ordinal)).MaxBy(workload => workload.Length);

    private static ImmutableArray<string> Workloads(RunReport report) => [.. report.Cases.Select(summary => summary.Case.Job.Workload).Distinct()];

    private static bool Begins(string id, string part) => id == part || id.StartsWith($"{part}-", StringComparison.Ordinal);
}
