using Afmpeg.Perf.Axes;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>Which lever, if any, and what to choose: the board, where the decision would flip, gain by gain, and the best for each goal.</summary>
internal static class LeverSection
{
    public static PageSection? Of(PageInput input)
    {
        AxisTable[] tables =
        [
            .. input.Report.Levers.Take(1),
            .. input.Report.Sensitivity is { } sensitivity ? (AxisTable[])[sensitivity] : [],
            .. input.Report.Levers.Skip(1),
            .. input.Report.Guidance is { } guidance ? (AxisTable[])[guidance] : [],
        ];
        return tables.Length == 0 ? null : new PageSection("Which lever, and what to choose", [.. tables.Select(table => AxesSection.Axis(table, input))]);
    }
}
