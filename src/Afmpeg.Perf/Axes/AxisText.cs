using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>How axes write numbers and lists.</summary>
internal static class AxisText
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    /// <summary>A ratio of times: "1.21 [1.15, 1.30] times as long"; never a difference that the interval does not show.</summary>
    public static string AsLong(this Estimate ratio) =>
        ratio.TellsApart() ? $"{ratio} times as long" : $"no longer or shorter than the rounds can tell ({ratio})";

    /// <summary>Workload and subject of a job.</summary>
    public static string Place(Job job) => $"{job.Workload}/{job.Subject}";

    /// <summary>Bytes with a binary unit.</summary>
    public static string Bytes(double bytes) => new ByteCount((long)bytes).ToString();

    /// <summary>The same, of an estimate.</summary>
    public static string Bytes(Estimate bytes) => Bytes(bytes.Value);

    /// <summary>A size as a number.</summary>
    public static Reading<double> Number(this Reading<ByteCount> size) => size.Select(known => (double)known.Bytes);

    /// <summary>Several clauses as one sentence; the first reason where there is none at all.</summary>
    public static Reading<string> Join(IEnumerable<Reading<string>> clauses)
    {
        Reading<string>[] all = [.. clauses];
        var found = Found(all);
        return found.Length > 0
            ? Reading<string>.Of($"{string.Join("; ", found)}.")
            : Reading<string>.Unavailable(all.Select(clause => clause.Reason).FirstOrDefault() ?? "nothing of it was measured");
    }

    /// <summary>The texts that there are.</summary>
    public static string[] Found(IEnumerable<Reading<string>> texts) =>
        [.. texts.Select(text => text.TryGet(out var found) ? found : null).OfType<string>()];
}
