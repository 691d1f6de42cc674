using System.Security.Cryptography;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Running;

/// <summary>The run that a folder holds from now on.</summary>
public sealed class RunPreparation(RunSettings settings, Declarations declared, RunPlan plan)
{
    /// <summary>
    /// The run that the folder holds from now on: an unfinished one goes on where tier, host, jobs, modules, engines and media are the
    /// same; otherwise a new one begins.
    /// </summary>
    /// <param name="last">The run that the folder held; null for none.</param>
    /// <param name="fingerprint">Host, jobs, modules, engines and media of the new one.</param>
    /// <param name="conditions">What it is measured with and on.</param>
    /// <param name="seen">What of the host disturbs it.</param>
    /// <exception cref="PerfException">There is none to go on with, and that was asked for.</exception>
    public RunState Begin(RunState? last, string fingerprint, RunConditions conditions, ImmutableArray<HostRemark> seen)
    {
        var same = last is { IsUnfinished: true } && last.Fingerprint == fingerprint && last.Tier == settings.Tier
            && (settings.Seed is null || settings.Seed == last.Seed);
        if (settings.Resume == ResumeMode.Required && !same)
        {
            throw new PerfException(ExitStatus.BadUsage, "There is no unfinished run to continue")
            {
                Where = settings.Output,
                Expected = $"an unfinished run of {fingerprint} (host, jobs, modules, engines and media), {Of(settings.Tier)}",
                Observed = last is null
                    ? "no run"
                    : $"run {last.Run} of {last.Fingerprint}, {Of(last.Tier)}, {(last.IsUnfinished ? "unfinished" : "finished")}",
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
            // A run that lacks no round keeps what disturbed its rounds.
            HostNoise = state.LacksCounts ? state.HostNoise : new HostNoise(seen, []),
            Lanes = declared.RecordedLanes(settings),
            CustomFiles = settings.CustomFiles,
        };
    }

    /// <summary>Measures rounds. A run that is stopped before the first round of a case does not replace a finished one.</summary>
    /// <param name="measure">Measures; what it throws reaches the caller.</param>
    /// <param name="last">The run that the folder held; null for none.</param>
    /// <param name="log">The rows of the run that is measured.</param>
    /// <param name="folder">The folder.</param>
    public static void Guard(Action measure, RunState? last, MeasurementLog log, string folder)
    {
        try
        {
            measure();
        }
        catch
        {
            if (last is { TimeBreakdown: not null } && log.Rows.All(row => row.Warmup || row.Workload == NoisePair.Workload))
            {
                TryWrite(last, folder);
            }

            throw;
        }
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

    private static void TryWrite(RunState state, string folder)
    {
        try
        {
            state.Write(folder);
        }
        catch (PerfException)
        {
            // The user needs to know what stopped the run, such as a full disk.
        }
    }

    private static string Of(Tier tier) => $"of the {tier.ToString().ToLowerInvariant()} tier";
}
