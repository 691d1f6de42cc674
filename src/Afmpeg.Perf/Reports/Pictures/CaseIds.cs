using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Which case a row of an axis's table is about: the tables name subject and lane alone.</summary>
internal static class CaseIds
{
    /// <summary>The case's id.</summary>
    /// <param name="report">The run.</param>
    /// <param name="isRead">Whether the axis is read on a job.</param>
    /// <param name="subject">The subject that the row names.</param>
    /// <param name="lane">The lane that it names.</param>
    /// <returns>The id; subject and lane where the run has no such case.</returns>
    public static string Find(RunReport report, Func<Job, bool> isRead, string subject, string lane) =>
        report.Cases.FirstOrDefault(summary => isRead(summary.Case.Job) && summary.Case.Job.Subject == subject && summary.Case.Lane.Name == lane)?.Case.Id
        ?? $"{subject}/{lane}";
}
