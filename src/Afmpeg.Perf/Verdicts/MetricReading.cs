using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Verdicts;

/// <summary>Reads a metric off a case's summary.</summary>
public static class MetricReading
{
    /// <summary>
    /// The metric's estimate in its unit; what one round tells exactly has an interval without width, and a failed case has none. A ratio
    /// to native's output needs native's summary.
    /// </summary>
    public static Reading<Estimate> Of(Metric metric, CaseSummary summary, IEnumerable<CaseSummary> all) =>
        summary.Failure is { } failure ? Reading<Estimate>.Unavailable(failure) : metric switch
        {
            Metric.NativeMultiple => summary.NativeMultiple,
            Metric.RealtimeFactor => summary.RealtimeFactor,
            Metric.JobSeconds => summary.NativeMultiple.Reason is { } absent && summary.ExecuteSeconds.IsEmpty
                ? Reading<Estimate>.Unavailable(absent)
                : PseudoMedian.OfLogs(summary.ExecuteSeconds, InflationFactor(metric, summary)),
            Metric.PeakBytes => summary.PeakResident,
            Metric.PsnrDb => summary.Quality.Select(quality => Exact(quality.PsnrYDb, summary.Rounds)),
            Metric.SecondsFor60sReel => summary.Reel.Select(reel => reel.Predicted),
            Metric.OutputRatio => OutputRatio(summary, all),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, message: null),
        };

    /// <summary>
    /// A time in each of its rounds, above 0: what its estimate rests on; empty for a metric that is not read round by round.
    /// </summary>
    public static ImmutableArray<double> Rounds(Metric metric, CaseSummary summary) => metric switch
    {
        Metric.NativeMultiple => summary.NativeRatios,
        Metric.RealtimeFactor => summary.RealtimeFactors,
        Metric.JobSeconds => summary.ExecuteSeconds,
        _ => [],
    };

    /// <summary>How many times as wide the interval of such a metric is as if its rounds had nothing in common.</summary>
    public static double InflationFactor(Metric metric, CaseSummary summary) =>
        metric == Metric.NativeMultiple
            ? summary.NativeInflationFactor
            : RoundAutocorrelation.InflationOfTimes(Rounds(metric, summary).Length);

    private static Reading<Estimate> OutputRatio(CaseSummary summary, IEnumerable<CaseSummary> all)
    {
        var native = all.FirstOrDefault(other => other.Case.Id == summary.Case.Native.Id);
        if (native is null || !native.OutputSize.TryGet(out var reference))
        {
            return Reading<Estimate>.Unavailable($"native's output is not there: {native?.OutputSize.Reason ?? "it was not measured"}");
        }

        return reference.Bytes == 0
            ? Reading<Estimate>.Unavailable("native's output is empty")
            : summary.OutputSize.Select(size => Exact((double)size.Bytes / reference.Bytes, summary.Rounds));
    }

    private static Estimate Exact(double value, int rounds) => new(value, value, value, rounds, Level: 1);
}
