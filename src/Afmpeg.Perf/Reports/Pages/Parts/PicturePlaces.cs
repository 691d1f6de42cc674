using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>
/// The section of each picture, by the picture's id: one that starts with an axis's id belongs to that axis, one that ends in a workload's
/// name to that workload. Of the others, the waterfall shows where time goes, and the rest belongs to the answer.
/// </summary>
internal static class PicturePlaces
{
    private const string Time = "time";
    private const string Answer = "answer";

    public static IEnumerable<PageBlock> Of(AxisTable axis, PageInput input) => At(Axis(axis.Id), input);

    public static IEnumerable<PageBlock> Of(string workload, PageInput input) => At(Workload(workload), input);

    public static IEnumerable<PageBlock> AboutTime(PageInput input) => At(Time, input);

    public static IEnumerable<PageBlock> OfAnswer(PageInput input) => At(Answer, input);

    private static IEnumerable<PageBlock> At(string place, PageInput input) =>
        input.Pictures.Where(picture => PlaceOf(picture, input.Report) == place).Select(picture => new PictureBlock(picture));

    private static string PlaceOf(Picture picture, RunReport report)
    {
        var axis = report.Axes.Select(axis => axis.Id).Where(id => StartsWith(picture.Id, id)).MaxBy(id => id.Length);
        var workload = report.Cases.Select(summary => summary.Case.Job.Workload)
            .Where(name => picture.Id.EndsWith($"-{name}", StringComparison.Ordinal)).MaxBy(name => name.Length);
        return axis is not null ? Axis(axis)
            : workload is not null ? Workload(workload)
            : StartsWith(picture.Id, "waterfall") ? Time
            : Answer;
    }

    // An axis and a workload may share a name.
    private static string Axis(string id) => $"axis {id}";

    private static string Workload(string name) => $"workload {name}";

    private static bool StartsWith(string id, string part) => id == part || id.StartsWith($"{part}-", StringComparison.Ordinal);
}
