using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

/// <summary>Reports of cases and axes made by hand, on the canned run's machine and judged by its limits.</summary>
internal static class MadeReport
{
    /// <summary>A report of these cases alone, without axes.</summary>
    public static RunReport Report(this IEnumerable<CaseSummary> cases)
    {
        var all = cases.ToImmutableArray();
        return new CannedRun().Report() with { Cases = all, Axes = [], Findings = CannedLimits.Judge(all) };
    }

    /// <summary>A report of what axes read.</summary>
    public static RunReport Report(this AxisInput input) =>
        Report(input.Cases) with { Axes = AxisCatalog.Tables(input), Modules = input.Modules, Host = input.Host };

    /// <summary>The report with another cell in the rows of an axis that have all of these texts.</summary>
    public static RunReport With(this RunReport report, string axis, string key, AxisCell cell, params string[] row) => report with
    {
        Axes = [.. report.Axes.Select(table => table.Id == axis ? Change(table, key, cell, row) : table)],
    };

    /// <summary>The report with no reading in a cell.</summary>
    public static RunReport Without(this RunReport report, string axis, string key, string reason, params string[] row) =>
        report.With(axis, key, AxisCell.Of(Reading<Estimate>.Unavailable(reason)), row);

    /// <summary>How many of an axis's rows have all of these numbers.</summary>
    public static int Readings(this RunReport report, string axis, params string[] keys)
    {
        var table = report.Axes.Single(table => table.Id == axis);
        return table.Rows.Count(row => keys.All(key => row[At(table, key)].Number is { Reason: null }));
    }

    private static AxisTable Change(AxisTable table, string key, AxisCell cell, string[] row)
    {
        var rows = table.Rows
            .Select(cells => row.All(text => cells.Any(other => other.Text == text)) ? cells.SetItem(At(table, key), cell) : cells)
            .ToImmutableArray();
        rows.Should().NotEqual(table.Rows, "a row has these texts");
        return table with { Rows = rows };
    }

    private static int At(AxisTable table, string key) => table.Columns.Select(column => column.Key).ToList().IndexOf(key);
}
