using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Decisions;

/// <summary>What a lever or a piece of guidance does to one case.</summary>
/// <param name="From">The case without it.</param>
/// <param name="To">The case with it.</param>
/// <param name="Times">How many times as fast it makes the case, by paired rounds; or why that is not known.</param>
public sealed record LeverGain(BenchmarkCase From, BenchmarkCase To, Reading<Estimate> Times)
{
    /// <summary>Whether the throughput of a batch is gained, and not the wait for one job.</summary>
    public bool IsThroughput => From.Job.Copies > 1;

    /// <summary>The gain that speaks for several: the reference transcode's, else the first.</summary>
    /// <param name="gains">The gains.</param>
    /// <returns>The gain; null where there is none.</returns>
    public static LeverGain? Speaker(IEnumerable<LeverGain> gains) =>
        gains.OrderByDescending(gain => gain.From.Job.LaneCoverage == LaneCoverage.EveryLane).FirstOrDefault();

    /// <summary>The gain that speaks for several, as a cell.</summary>
    /// <param name="gains">The gains.</param>
    /// <returns>The cell; "-" where there is no gain.</returns>
    internal static AxisCell Cell(IEnumerable<LeverGain> gains) => Speaker(gains) is { } speaks ? AxisCell.Of(speaks.Times)
        : AxisCell.Of("-");
}
