using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>How a judged native multiple depends on native's threads.</summary>
/// <param name="Finding">The limit on the multiple.</param>
/// <param name="ToOneThread">How many times as long the case takes as native with one thread.</param>
/// <param name="Threads">How many times as long native takes with one thread as with all, on this machine.</param>
/// <param name="Turns">The thread factor above which the limit is exceeded.</param>
internal sealed record CoresReading(Finding Finding, Reading<Estimate> ToOneThread, Reading<Estimate> Threads, Reading<Estimate> Turns)
{
    /// <summary>Reads it off a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="finding">A limit on a native multiple, which says at most how much.</param>
    /// <returns>The reading.</returns>
    public static CoresReading Of(AxisInput run, Finding finding)
    {
        var (job, most) = (finding.Case.Case.Job, finding.Limit.AtMost!.Value);
        var toOneThread = run.Find(job, Lane.NativeOneThread) is { } oneThread
            ? run.Ratio(finding.Case, oneThread)
            : Reading<Estimate>.Unavailable($"{Lane.NativeOneThread.Name} did not run {job.Id}");
        var threads = run.Find(job, Lane.NativeOneThread) is { } one && run.Find(job, Lane.Native) is { } native
            ? run.Ratio(one, native)
            : Reading<Estimate>.Unavailable($"native did not run {job.Id} with one thread and with all");
        return new CoresReading(finding, toOneThread, threads, toOneThread.Select(ratio => ratio.MapFalling(value => most / value)));
    }
}
