using Afmpeg.Perf.Axes;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>Where the time of a job goes: decoding, filters, encoding; what is fixed and what each second costs.</summary>
internal static class TimeSection
{
    public static PageSection? Of(PageInput input)
    {
        PageBlock[] blocks = [.. PicturePlaces.WhereTimeGoes(input), .. input.Report.Axes.Where(Takes).Select(axis => AxesSection.Axis(axis, input))];
        return blocks.Length == 0 ? null : new PageSection("Where the time goes", [.. blocks]);
    }

    /// <summary>Whether an axis is about where time goes, and so is not shown among the others.</summary>
    public static bool Takes(AxisTable axis) => axis.Id is "time-split" or "reel";
}
