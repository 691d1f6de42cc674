using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>
/// What a lane spends before the guest's first instruction. A module is compiled once, on the first job that needs it, and lanes with the
/// same compiled code share it: these phases are the code's, not the job's.
/// </summary>
internal static class LanePhases
{
    /// <summary>
    /// One phase of a case's lane, over all jobs of its flavour: the median with its interval, or the range of what was seen where that is
    /// less than six times.
    /// </summary>
    public static Reading<Estimate> Of(AxisInput run, CaseSummary summary, Func<Measurement, double?> phase)
    {
        var (lane, flavour) = (summary.Case.Lane, summary.Case.Job.Setting.Flavour);
        var cases = run.Cases
            .Where(other => other.Failure is null && other.Case.Lane.Code == lane.Code && other.Case.Job.Setting.Flavour == flavour)
            .Select(other => other.Case.Id).ToHashSet();
        Measurement[] rows = [.. run.Rows.Where(row => row.Outcome == Outcome.Ok && cases.Contains(row.Case))];
        double[] seen = [.. rows.Select(phase).OfType<double>()];
        return seen.Length > 0 ? Reading<Estimate>.Of(Middle(seen))
            : rows.Length == 0 ? Reading<Estimate>.Unavailable(summary.Failure ?? summary.NativeMultiple.Reason ?? "it did not run")
            : Reading<Estimate>.Unavailable($"{lane.Engine} does not report it separately: where it happens, it is part of the execute "
                + "phase");
    }

    /// <summary>Seconds for people: a value seen once has no interval to show.</summary>
    public static string Seconds(Estimate seconds) => seconds.Count == 1 ? Figures.Of(seconds.Value) : seconds.ToString();

    // Compiling happens once or twice in a run: what was seen is better shown with its range than not at all.
    private static Estimate Middle(double[] seen)
    {
        var sorted = seen.Order().ToArray();
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return MedianInterval.Of(seen).TryGet(out var interval)
            ? interval
            : new Estimate(median, sorted[0], sorted[^1], sorted.Length, 1 - Math.Pow(2, 1 - sorted.Length));
    }
}
