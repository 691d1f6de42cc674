using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>What the sandbox costs, to about one percent on any machine: lanes that shared one core with the same C compiled natively.</summary>
public static class SharedCoreTable
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("job", "job", "", "The job."),
        new("lane", "lane", "", "The lane."),
        new("cpuRatio", $"processor time against {CoreGroup.Reference.Name}", "x", $"Processor time of the execute phase against {CoreGroup.Reference.Name}'s, both on one core at the same time."),
        new("wallRatio", "time by rounds", "x", $"Wall time against {CoreGroup.Reference.Name}'s, one after the other, with all cores."),
        new("windows", "windows", "", "How many windows it rests on."),
    ];

    /// <summary>Reads it off a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="windows">Its windows.</param>
    /// <returns>A row per job and lane; null where no window was measured.</returns>
    public static AxisTable? Of(AxisInput run, ImmutableArray<CoreWindow> windows)
    {
        var jobs = run.Jobs().Select(job => (Job: job, Windows: windows.Where(window => window.Job == job.Id).ToArray())).Where(job => job.Windows.Length > 0).ToArray();
        return jobs.Length == 0 ? null : new AxisTable(
            "one-core",
            "What the sandbox costs, on one core",
            AxisText.Join(jobs.Take(1).Select(job => Clause(job.Job, job.Windows))),
            Columns,
            [.. jobs.SelectMany(job => LanesOf(job.Windows).Select(lane => Row(run, job.Job, job.Windows, lane)))],
            [
                "The kernel switches between the lanes every few milliseconds. All of them get the same machine, so a noisy neighbour disturbs them alike.",
                "Processor time counts all threads of a lane. An engine that collects garbage or compiles on a second core takes less wall time than that.",
            ]);
    }

    private static string[] LanesOf(CoreWindow[] windows) =>
        [.. windows.SelectMany(window => window.Shares.Select(share => share.Lane).Append(window.FailedLane)).OfType<string>().Distinct().Where(lane => lane != CoreGroup.Reference.Name)];

    private static ImmutableArray<AxisCell> Row(AxisInput run, Job job, CoreWindow[] windows, string lane) =>
    [
        AxisCell.Of($"{AxisText.Place(job)} {job.Setting.Title}"),
        AxisCell.Of(lane),
        AxisCell.Of(Ratio(windows, lane)),
        Cases(run, job, lane) is var (summary, reference) ? AxisCell.Of(run.Ratio(summary, reference)) : AxisCell.Of("-"),
        AxisCell.Of($"{windows.Count(window => window.Of(lane) is not null)}"),
    ];

    private static (CaseSummary Lane, CaseSummary Reference)? Cases(AxisInput run, Job job, string lane) =>
        run.Cases.FirstOrDefault(summary => summary.Case.Job.Id == job.Id && summary.Case.Lane.Name == lane) is { } found
        && run.Find(job, CoreGroup.Reference) is { } reference && found != reference
            ? (found, reference) : null;

    private static Reading<Estimate> Ratio(CoreWindow[] windows, string lane) =>
        windows.FirstOrDefault(window => window.FailedLane == lane) is { } failed
            ? Reading<Estimate>.Unavailable(failed.Failure!)
            : CoreRatio.Of(windows, lane, CoreGroup.Reference.Name);

    private static Reading<string> Clause(Job job, CoreWindow[] windows)
    {
        var lanes = LanesOf(windows).Select(lane => (Lane: lane, Ratio: Ratio(windows, lane))).ToArray();
        string[] told = [.. lanes.Select(lane => lane.Ratio.TryGet(out var ratio) ? $"{lane.Lane} takes {ratio} times" : null).OfType<string>()];
        return told.Length > 0
            ? Reading<string>.Of($"On {AxisText.Place(job)}, beside {CoreGroup.Reference.Name} on one core, {AxisText.List(told)} its processor time")
            : Reading<string>.Unavailable(lanes.Select(lane => lane.Ratio.Reason).FirstOrDefault() ?? $"{CoreGroup.Reference.Name} failed");
    }
}
