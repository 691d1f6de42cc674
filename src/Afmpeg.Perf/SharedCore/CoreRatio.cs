using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SharedCore;

/// <summary>How much processor time a lane needs for a job against another lane that shared its core.</summary>
public static class CoreRatio
{
    /// <summary>
    /// The logarithm of the ratio in each window that has both lanes. Where the execute phase of one is not known anywhere, it is that of
    /// whole processes.
    /// </summary>
    public static IReadOnlyList<double> Logs(IEnumerable<CoreWindow> windows, string numerator, string denominator)
    {
        var shares = windows.Select(window => (Upper: window.Of(numerator), Lower: window.Of(denominator)))
            .Where(pair => pair is { Upper: not null, Lower: not null }).Select(pair => (Upper: pair.Upper!, Lower: pair.Lower!)).ToArray();
        return shares.All(pair => pair is { Upper.CpuSeconds: > 0, Lower.CpuSeconds: > 0 })
            ? [.. shares.Select(pair => Math.Log(pair.Upper.CpuSeconds!.Value / pair.Lower.CpuSeconds!.Value))]
            : [.. shares.Select(pair => Math.Log(pair.Upper.ProcessCpuSeconds / pair.Lower.ProcessCpuSeconds))];
    }

    /// <summary>The ratio with its interval of 95 %: above 1 where the first needs more.</summary>
    public static Reading<Estimate> Of(IEnumerable<CoreWindow> windows, string numerator, string denominator) =>
        MeanInterval.Of(Logs(windows, numerator, denominator), MeanInterval.Reported).Select(estimate => estimate.Map(Math.Exp));
}
