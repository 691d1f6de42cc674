using System.Security.Cryptography;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.Running;

/// <summary>The run that a folder holds from now on.</summary>
public sealed class RunPreparation(RunSettings settings, Declarations declared, RunPlan plan)
{
    /// <summary>
    /// The run that the folder holds from now on: an unfinished one goes on where host, jobs, modules, engines and media are the same;
    /// otherwise a new one begins.
    /// </summary>
    /// <param name="last">The run that the folder held; null for none.</param>
    /// <param name="fingerprint">Host, jobs, modules, engines and media of the new one.</param>
    /// <param name="conditions">What it is measured with and on.</param>
    /// <param name="seen">What of the host disturbs it.</param>
    /// <exception cref="PerfException">There is none to go on with, and that was asked for.</exception>
    public RunState Begin(RunState? last, string fingerprint, RunConditions conditions, ImmutableArray<HostRemark> seen)
    {
        var same = last is { TimeBreakdown: null } && last.Fingerprint == fingerprint
            && (settings.Seed is null || settings.Seed == last.Seed);
        if (settings.Resume == ResumeMode.Required && !same)
        {
            throw new PerfException(ExitStatus.BadUsage, "There is no unfinished run to continue")
            {
                Where = settings.Output,
                Expected = $"an unfinished run of {fingerprint} (host, jobs, modules, engines and media)",
                Observed = last is null
                    ? "no run"
                    : $"run {last.Run} of {last.Fingerprint}, {(last.TimeBreakdown is null ? "unfinished" : "finished")}",
                Remedy = "leave --resume out to begin a new run; existing rows are kept",
            };
        }

        var state = same && settings.Resume != ResumeMode.Never
            ? last!
            : RunState.Begin(settings.Seed ?? RandomNumberGenerator.GetInt32(10_000), fingerprint, settings.Tier, plan, conditions) with
            {
                Media = declared.CustomMedia,
            };
        return state with
        {
            HostNoise = new HostNoise(seen, []),
            Lanes = declared.RecordedLanes(settings),
            CustomFiles = settings.CustomFiles,
        };
    }

    /// <summary>A run that measured nothing does not replace one that did: the folder keeps its last finished run and report.</summary>
    /// <param name="last">The run that the folder held; null for none.</param>
    /// <param name="report">What the rows of the run that has ended say.</param>
    /// <param name="folder">The folder.</param>
    /// <exception cref="PerfException">Nothing was measured (exit status 4).</exception>
    public static void KeepFinished(RunState? last, RunReport report, string folder)
    {
        // A run of which something broke, or in which a limit is exceeded, is there to report that.
        if (last is not { TimeBreakdown: not null } || !EmptyRun.Is(report.Cases) || report.Unexpected.Any()
            || report.Cases.Any(summary => !summary.Incidents.IsEmpty))
        {
            return;
        }

        last.Write(folder);
        throw new PerfException(ExitStatus.Inconclusive, "Nothing was measured; the folder keeps the run before and its report")
        {
            Where = folder,
            Expected = "a case with a native multiple",
            Observed = $"none; the folder's run is {last.Run}",
            Remedy = EmptyRun.Sentence(report.Cases),
        };
    }
}
