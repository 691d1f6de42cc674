using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>
/// What the sandbox costs, to about one percent on any machine: lanes that shared one core with the same C compiled natively.
/// </summary>
public static class SharedCoreTable
{
    private static readonly string Reference = CoreGroup.Reference.Name;

    /// <summary>A row per job and lane; null where no window was measured.</summary>
    public static AxisTable? Of(AxisInput run, ImmutableArray<CoreWindow> windows)
    {
        var jobs = run.Jobs().Select(job => (Job: job, Windows: windows.Where(window => window.Job == job.Id).ToArray()))
            .Where(job => job.Windows.Length > 0)
            .Select(job => LanesOf(job.Windows).Select(lane => new Row(job.Job, lane, job.Windows)).ToArray()).ToArray();
        return jobs.Length == 0 ? null : AxisTable.Create(
            "one-core",
            "What the sandbox costs, on one core",
            Sentence(jobs[0]),
            jobs.SelectMany(rows => rows),
            [
                new("job", "job", "The job.", row => $"{AxisText.Place(row.Job)} {row.Job.Setting.Title}"),
                new("lane", "lane", "The lane.", row => row.Lane),
                new("cpuRatio", $"processor time against {Reference}", "x",
                    $"Processor time of the execute phase against {Reference}'s, both on one core at the same time.", row => row.Ratio),
                new("wallRatio", "time by rounds", "x", $"Wall time against {Reference}'s, one after the other, with all cores.",
                    row => WallRatio(run, row)),
                new("windows", "windows", "How many windows it rests on.",
                    row => $"{row.Windows.Count(window => window.Of(row.Lane) is not null)}"),
            ],
            "The kernel switches between the lanes every few milliseconds. All of them get the same machine, so a noisy neighbour "
                + "disturbs them alike.",
            "Processor time counts all threads of a lane. An engine that collects garbage or compiles on a second core takes less wall "
                + "time than that.");
    }

    private static IEnumerable<string> LanesOf(CoreWindow[] windows) => windows
        .SelectMany(window => window.Shares.Select(share => share.Lane).Append(window.FailedLane)).OfType<string>().Distinct()
        .Where(lane => lane != Reference);

    private static AxisCell WallRatio(AxisInput run, Row row) =>
        run.Of(row.Job).FirstOrDefault(summary => summary.Case.Lane.Name == row.Lane) is { } lane
        && run.Find(row.Job, CoreGroup.Reference) is { } reference ? AxisCell.Of(run.Ratio(lane, reference)) : AxisCell.Of("-");

    private static Reading<string> Sentence(Row[] rows)
    {
        var found = AxisText.Found(rows.Select(row => row.Ratio.Select(ratio => $"{row.Lane} takes {ratio} times")));
        return found.Length > 0
            ? Reading<string>.Of($"On {AxisText.Place(rows[0].Job)}, beside {Reference} on one core, {AxisText.List(found)} its processor "
                + "time.")
            : Reading<string>.Unavailable(rows.FirstOrDefault()?.Ratio.Reason ?? $"{Reference} failed");
    }

    private sealed record Row(Job Job, string Lane, CoreWindow[] Windows)
    {
        public Reading<Estimate> Ratio => Windows.FirstOrDefault(window => window.FailedLane == Lane) is { } failed
            ? Reading<Estimate>.Unavailable(failed.Failure!)
            : CoreRatio.Of(Windows, Lane, Reference);
    }
}
