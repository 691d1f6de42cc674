using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Reports;

/// <summary>A report that gates no module: its command must not end as if a gate had passed.</summary>
public static class UnjudgedModules
{
    /// <summary>
    /// Why a report gates no module, and what to add; null where a limit judges one: one of the user's, where the user brings any.
    /// </summary>
    public static string? Why(IEnumerable<BenchmarkCase> cases, IEnumerable<string> judged)
    {
        var modules = cases.Where(one => one.Lane is { IsWasm: true, IsReferenceOnly: false })
            .ToLookup(one => one.Lane.IsCustom, one => one.Id);
        var gated = (modules[true].Any() ? modules[true] : modules[false]).ToArray();
        return gated.Length == 0 || judged.Any(gated.Contains)
            ? null
            : "no limit judges a module of this run: add a limit to thresholds.json whose cases match, "
                + $"such as {gated[0]} (docs/own-inputs.md)";
    }
}
