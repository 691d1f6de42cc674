using Afmpeg.Perf.Axes;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>Which lever, if any: the board, where the decision would flip, and gain by gain.</summary>
internal static class LeverSection
{
    public static PageSection? Of(PageInput input)
    {
        AxisTable[] tables =
        [
            .. input.Report.Levers.Take(1),
            .. input.Report.Sensitivity is { } sensitivity ? (AxisTable[])[sensitivity] : [],
            .. input.Report.Levers.Skip(1),
        ];
        return tables.Length == 0 ? null : new PageSection("Which lever", [.. tables.Select(table => AxesSection.Axis(table, input))]);
    }
}
