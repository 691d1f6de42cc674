using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SharedCore;

/// <summary>
/// The lanes of a job that a run measures on a shared core: native-portable, native-1t, and the module as it should be on each engine.
/// </summary>
/// <param name="Job">The job.</param>
/// <param name="Cases">The job on each lane; native-portable is the first.</param>
public sealed record CoreGroup(Job Job, ImmutableArray<BenchmarkCase> Cases)
{
    /// <summary>The lane that the others are divided by: the same C, no assembly, one thread.</summary>
    public static Lane Reference => Lane.NativePortable;

    // What four windows of four lanes take, with a run of each lane before; and the part of a budget that all groups together may have.
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(45);
    private const double LargestPart = 0.25;

    /// <summary>How much of a run's budget groups get; zero where it would not do for three windows of each.</summary>
    public static TimeSpan TimeOf(int groups, TimeSpan budget)
    {
        var time = Math.Min(groups * Time.TotalSeconds, LargestPart * budget.TotalSeconds);
        return time >= groups * Least.TotalSeconds ? TimeSpan.FromSeconds(time) : TimeSpan.Zero;
    }

    /// <summary>The groups of a run: its reference job, and in the full tier each job that has every lever.</summary>
    public static ImmutableArray<CoreGroup> Of(ImmutableArray<BenchmarkCase> cases, Tier tier) =>
    [
        .. cases.Where(one => IsOn(one.Job.LaneCoverage, tier) && IsIn(one.Lane)).GroupBy(one => one.Job.Id)
            .Where(job => job.Any(one => one.Lane == Reference) && job.Any(one => one.Lane.IsWasm))
            .Select(job => new CoreGroup(job.First().Job, [.. job.OrderByDescending(one => one.Lane == Reference)])),
    ];

    private static bool IsOn(LaneCoverage coverage, Tier tier) => coverage == LaneCoverage.EveryLane
        || (tier == Tier.Full && coverage is LaneCoverage.LeverLanes or LaneCoverage.EveryStop);

    private static bool IsIn(Lane lane) => lane == Reference || lane == Lane.NativeOneThread
        || (lane is { IsWasm: true, Mode: LaneMode.Alone, Stop: StopCheck.None }
            && (lane.Build == MatrixDesign.DefaultBuild || lane is { IsCustom: true, CustomFlavour: not null }));
}
