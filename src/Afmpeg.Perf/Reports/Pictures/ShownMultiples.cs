using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What is shown of a workload's native multiples: its reference jobs, and the limits that judge them.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Jobs">The lanes of each job that is shown, native apart: its multiple is 1 by definition.</param>
/// <param name="OutOf">How many jobs the workload has.</param>
/// <param name="Limits">The limits on the multiple, with their findings of these lanes; none without one.</param>
internal sealed record ShownMultiples(string Workload, ImmutableArray<ImmutableArray<CaseSummary>> Jobs, int OutOf, ImmutableArray<LimitOutcome> Limits)
{
    // As many lanes as the reference transcode has. Of jobs with as many lanes each only so many are shown.
    private const int MostLanes = 24;

    /// <summary>The lanes of all jobs.</summary>
    public IEnumerable<CaseSummary> Lanes => Jobs.SelectMany(lanes => lanes);

    /// <summary>The multiples that were measured.</summary>
    public ImmutableArray<Estimate> Measured => [.. Lanes.Select(lane => Multiple(lane).TryGet(out var multiple) ? multiple : null).OfType<Estimate>()];

    /// <summary>The picture's name.</summary>
    public string Id { get; init; } = $"multiples-{PlainText.Slug(Workload)}";

    /// <summary>Whether limits are drawn across all lanes, those too that they do not judge.</summary>
    public bool LimitsAcross { get; init; }

    /// <summary>How a lane is called.</summary>
    public Func<Lane, string> NameOf { get; init; } = lane => lane.Name;

    /// <summary>What it shows, as a heading; null for the workload's name and jobs.</summary>
    public string? Heading { get; init; }

    /// <summary>What it shows, as a heading.</summary>
    public string Title => Heading ??
        $"Native multiples, {Workload}: {string.Join(" and ", Jobs.Select(lanes => Name(lanes[0].Case.Job)))}{(Jobs.Length < OutOf ? $" ({Jobs.Length} of {OutOf} jobs)" : "")}";

    /// <summary>The same in words.</summary>
    public string Alternative =>
        "Each lane's time against native's in the same rounds, with its interval; above 1 is slower than native. "
        + string.Concat(Jobs.Select(lanes => $"{Name(lanes[0].Case.Job)}: {Readings.List(lanes.Select(lane => (NameOf(lane.Case.Lane), Multiple(lane))))} "))
        + string.Concat(Limits.Select(outcome => $"The limit {outcome.Limit.Id}, {outcome.Limit.Bound}, judges {outcome.Findings.Length} of these lanes. "));

    /// <summary>Chooses what is shown of a workload: the jobs with the most lanes, since others have theirs to be held against them.</summary>
    /// <param name="report">The run.</param>
    /// <param name="workload">The workload's name.</param>
    /// <returns>The choice; without jobs where no lane but native was planned.</returns>
    public static ShownMultiples Of(RunReport report, string workload)
    {
        var jobs = report.Cases.Where(summary => summary.Case.Job.Workload == workload).GroupBy(summary => summary.Case.Job.Id)
            .Select(lanes => lanes.Where(summary => summary.Case.Lane != Lane.Native).ToImmutableArray()).ToImmutableArray();
        var most = jobs.Select(Count).DefaultIfEmpty().Max();
        var widest = jobs.Where(lanes => !lanes.IsEmpty && Count(lanes) == most).ToImmutableArray();
        var chosen = widest.Take(Math.Max(1, MostLanes / Math.Max(1, most))).ToImmutableArray();
        return new ShownMultiples(workload, chosen, jobs.Length, LimitsOf(report, chosen));
    }

    /// <summary>The limits on the multiple that judge one of these lanes.</summary>
    /// <param name="report">The run.</param>
    /// <param name="jobs">The lanes of each job.</param>
    /// <returns>The limits, each with its findings of these lanes alone.</returns>
    public static ImmutableArray<LimitOutcome> LimitsOf(RunReport report, ImmutableArray<ImmutableArray<CaseSummary>> jobs)
    {
        var ids = jobs.SelectMany(lanes => lanes).Select(lane => lane.Case.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. report.Limits.Where(outcome => outcome.Limit.Metric == Metric.NativeMultiple)
                .Select(outcome => outcome with { Findings = [.. outcome.Findings.Where(finding => ids.Contains(finding.Case.Case.Id))] })
                .Where(outcome => !outcome.Findings.IsEmpty),
        ];
    }

    /// <summary>A job's name beside its workload.</summary>
    /// <param name="job">The job.</param>
    /// <returns>Subject and setting.</returns>
    public static string Name(Job job) => $"{job.Subject}, {job.Setting.Title}";

    /// <summary>A lane's multiple; none where it failed.</summary>
    /// <param name="lane">The lane.</param>
    /// <returns>The reading.</returns>
    public static Reading<Estimate> Multiple(CaseSummary lane) => lane.Failure is { } failure ? Reading<Estimate>.Unavailable(failure) : lane.NativeMultiple;

    private static int Count(ImmutableArray<CaseSummary> lanes) => lanes.Count(lane => Multiple(lane).Reason is null);
}
