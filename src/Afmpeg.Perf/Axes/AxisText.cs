using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>How axes say numbers and lists in sentences.</summary>
internal static class AxisText
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    /// <summary>A ratio of times: "1.21 [1.15, 1.30] times as long"; never a difference that the interval does not show.</summary>
    public static string AsLong(this Estimate ratio) => ratio.TellsApart() ? $"{ratio} times as long" : $"no longer or shorter than the rounds can tell ({ratio})";

    /// <summary>What an axis is read on: workload and subject.</summary>
    public static string Place(Job job) => $"{job.Workload}/{job.Subject}";

    /// <summary>The first part as a reading that has no interval of its own.</summary>
    public static AxisCell Plain(Reading<double> reading, Func<double, string> show) =>
        AxisCell.Of(reading.Select(EstimateArithmetic.Exact), estimate => show(estimate.Value));

    /// <summary>One sentence out of several that are complete but for their full stop; the first reason where there is none at all.</summary>
    public static Reading<string> Join(IEnumerable<Reading<string>> clauses)
    {
        Reading<string>[] all = [.. clauses];
        string[] told = [.. all.Select(clause => clause.TryGet(out var text) ? text : null).OfType<string>()];
        return told.Length > 0
            ? Reading<string>.Of($"{string.Join("; ", told)}.")
            : Reading<string>.Unavailable(all.Select(clause => clause.Reason).FirstOrDefault() ?? "nothing of it was measured");
    }
}
