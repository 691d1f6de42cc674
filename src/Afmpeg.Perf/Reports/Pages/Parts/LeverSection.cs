using Afmpeg.Perf.Axes;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>
/// What the decision rests on, and what to choose: the ladder, guidance, levers, where the decision would flip, and the best for each goal.
/// </summary>
internal static class LeverSection
{
    public static PageSection? Of(PageInput input)
    {
        AxisTable[] tables = [.. input.Report.Levers, .. input.Report.Guidance is { } choices ? (AxisTable[])[choices] : []];
        return tables.Length == 0 ? null
            : new PageSection("What decides, and what to choose", [.. tables.Select(table => AxesSection.Axis(table, input))]);
    }
}
