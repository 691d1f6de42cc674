using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Summaries;

/// <summary>
/// The A/A pair of a run: native under two names on one job, whose true ratio is 1. It is measured first and after every round; what the
/// two differ by is the host.
/// </summary>
public static class NoisePair
{
    /// <summary>The workload of the pair's rows.</summary>
    public const string Workload = "noise";

    /// <summary>How many rounds of the pair come before everything else: what an interval needs at the first look.</summary>
    public static int LeadingRounds => RoundLimits.Default.Fewest;

    /// <summary>The pair of a run: on its reference job, else on the largest repeated one, whose noise is typical.</summary>
    /// <returns>Two cases; none where no job is repeated.</returns>
    public static ImmutableArray<BenchmarkCase> Of(ImmutableArray<BenchmarkCase> cases)
    {
        var repeated = cases.Where(one => one.Job.LaneCoverage != LaneCoverage.Once && one.Lane == Lane.Native)
            .Select(one => one.Job).ToArray();
        return (repeated.FirstOrDefault(job => job.LaneCoverage == LaneCoverage.EveryLane) ?? repeated.MaxBy(Pixels)) is { } job
            ? [.. Lane.Twins.Select(twin => new BenchmarkCase(job with { Workload = Workload }, twin))]
            : [];
    }

    private static long Pixels(Job job) => (long)job.Expected.Frames * job.Expected.Width * job.Expected.Height;
}
