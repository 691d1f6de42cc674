using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>One kind of fleet on one batch: the same program spread in the same way over 1, 2, 4, ... instances.</summary>
/// <param name="Run">The run.</param>
/// <param name="Batch">The batch of jobs.</param>
/// <param name="Name">The lane's name without the number of instances: wasmtime+O3-simd128-msa@pool.</param>
/// <param name="Sizes">The cases, by number of instances.</param>
internal sealed record FleetKind(AxisInput Run, Job Batch, string Name, ImmutableArray<CaseSummary> Sizes)
{
    private const double SecondsPerHour = 3600;

    /// <summary>Whether it runs modules.</summary>
    public bool IsWasm => Sizes[0].Case.Lane.IsWasm;

    /// <summary>Every kind that a run has of a batch.</summary>
    public static ImmutableArray<FleetKind> Of(AxisInput run, Job batch) =>
    [
        .. run.Of(batch).Where(summary => summary.Case.Lane.Mode is LaneMode.Fleet or LaneMode.Pool or LaneMode.Runtimes)
            .GroupBy(summary => summary.Case.Lane.Name.TrimEnd([.. "0123456789"]))
            .Select(kind => new FleetKind(run, batch, kind.Key, [.. kind.OrderBy(summary => summary.Case.Lane.Instances)])),
    ];

    /// <summary>
    /// The kind whose batch is done first, with an instance per core, among those that have one instance, too; null if there is none.
    /// </summary>
    public static FleetKind? Best(IEnumerable<FleetKind> kinds, int cores) => kinds
        .Where(kind => kind.Size(1) is not null)
        .Select(kind => (Kind: kind, Seconds: kind.Size(cores) is { } size && kind.Run.Seconds(size).TryGet(out var time) ? time : null))
        .Where(kind => kind.Seconds is not null)
        .OrderBy(kind => kind.Seconds!.Value).Select(kind => kind.Kind).FirstOrDefault();

    /// <summary>The case of a number of instances; null where the run did not plan it.</summary>
    public CaseSummary? Size(int instances) => Sizes.FirstOrDefault(summary => summary.Case.Lane.Instances == instances);

    /// <summary>Jobs in a time, against one instance of the same kind in the same rounds.</summary>
    public Reading<Estimate> Throughput(CaseSummary size) => Size(1) switch
    {
        null => Reading<Estimate>.Unavailable($"{Name}1 was not planned"),
        var one when one == size => Run.Seconds(size).Select(_ => EstimateArithmetic.Exact(1)),
        var one => Run.Ratio(one, size),
    };

    /// <summary>
    /// How long each job takes while the others run beside it, in seconds: what a caller waits for. Only where every instance has as many
    /// jobs as every other.
    /// </summary>
    public Reading<Estimate> SecondsOfJob(CaseSummary size) => Batch.Copies % Working(size) == 0
        ? Run.Seconds(size).Select(seconds => seconds.Map(time => time * Working(size) / Batch.Copies))
        : Reading<Estimate>.Unavailable("some instances have more jobs than others");

    /// <summary>Jobs of a batch that are done in an hour.</summary>
    public static Reading<Estimate> JobsAnHour(AxisInput run, CaseSummary size) =>
        run.Seconds(size).Select(seconds => seconds.MapFalling(time => SecondsPerHour * size.Case.Job.Copies / time));

    /// <summary>
    /// The largest resident set of each instance, in bytes: a share of their one process, or the largest process of several.
    /// </summary>
    public Reading<Estimate> PeakOfInstance(CaseSummary size) => Run.Rounds(size).Then(_ => size.PeakResident)
        .Select(peak => size.Case.Lane.IsInOneProcess ? peak.Map(bytes => bytes / Working(size)) : peak);

    // No more instances have a job than there are jobs.
    private static int Working(CaseSummary size) => Math.Min(size.Case.Lane.Instances, size.Case.Job.Copies);
}
