using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Decisions;

/// <summary>What a lever does to one case.</summary>
/// <param name="From">The case without it.</param>
/// <param name="To">The case with it.</param>
/// <param name="Times">How many times as fast it makes the case, by paired rounds; or why that is not known.</param>
public sealed record LeverGain(BenchmarkCase From, BenchmarkCase To, Reading<Estimate> Times)
{
    /// <summary>Whether it is throughput of a batch that is gained, and not the wait for one job.</summary>
    public bool IsThroughput => From.Job.Copies > 1;
}
