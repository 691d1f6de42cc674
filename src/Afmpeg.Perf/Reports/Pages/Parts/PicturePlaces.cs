using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>
/// Where each picture stands, by its name: one that begins with an axis's id stands with that axis, one that ends in a workload's name with that
/// workload; of the others those of <see cref="OfTime"/> show where time goes, and the rest how fast everything is.
/// </summary>
internal static class PicturePlaces
{
    private static readonly ImmutableArray<string> OfTime = ["waterfall"];

    /// <summary>The pictures of an axis.</summary>
    public static IEnumerable<PageBlock> Of(AxisTable axis, PageInput input) => Where(input, picture => AxisOf(picture, input) == axis.Id);

    /// <summary>The pictures of a workload.</summary>
    public static IEnumerable<PageBlock> Of(string workload, PageInput input) =>
        Where(input, picture => AxisOf(picture, input) is null && WorkloadOf(picture, input) == workload);

    /// <summary>The pictures of where the time of the whole goes.</summary>
    public static IEnumerable<PageBlock> WhereTimeGoes(PageInput input) => Where(input, picture => IsOfTheWhole(picture, input) && IsOfTime(picture));

    /// <summary>All others.</summary>
    public static IEnumerable<PageBlock> HowFast(PageInput input) => Where(input, picture => IsOfTheWhole(picture, input) && !IsOfTime(picture));

    private static IEnumerable<PageBlock> Where(PageInput input, Func<Picture, bool> stands) =>
        input.Pictures.Where(stands).Select(picture => new PictureBlock(picture));

    private static bool IsOfTheWhole(Picture picture, PageInput input) => AxisOf(picture, input) is null && WorkloadOf(picture, input) is null;

    private static bool IsOfTime(Picture picture) => OfTime.Any(name => Begins(picture.Id, name));

    private static string? AxisOf(Picture picture, PageInput input) =>
        input.Report.Axes.Select(axis => axis.Id).Where(id => Begins(picture.Id, id)).MaxBy(id => id.Length);

    private static string? WorkloadOf(Picture picture, PageInput input) => input.Report.Cases
        .Select(summary => summary.Case.Job.Workload)
        .Where(workload => picture.Id.EndsWith($"-{workload}", StringComparison.Ordinal))
        .MaxBy(workload => workload.Length);

    private static bool Begins(string id, string part) => id == part || id.StartsWith($"{part}-", StringComparison.Ordinal);
}
