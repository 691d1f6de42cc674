using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules.Reports.Pictures;

/// <summary>Reports of cases and axes made by hand, on the canned run's machine and judged by its limits.</summary>
internal static class MadeReport
{
    /// <summary>A report of these cases alone, without axes.</summary>
    public static RunReport Report(this IEnumerable<CaseSummary> cases)
    {
        var all = cases.ToImmutableArray();
        return new CannedRun().Report() with { Cases = all, Axes = [], Findings = CannedLimits.Judge(all) };
    }

    /// <summary>A report of one case.</summary>
    public static RunReport Report(this CaseSummary summary) => Report([summary]);

    /// <summary>A report of what an axis read.</summary>
    public static RunReport Report(this AxisInput input) =>
        Report(input.Cases) with { Axes = AxisCatalog.Tables(input), Modules = input.Modules, Host = input.Host };
}
