using System.Diagnostics;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Quality;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf;

/// <summary>The whole pipeline, one call into one room per step: plan, set-up, rounds into the log, summary, verdicts, report.</summary>
public sealed class BenchmarkRun(RunSettings settings, RunObserver observer)
{
    // What run.json says: written again if the folder is removed under the run.
    private RunState? kept;

    /// <summary>What this run would measure: the repository's cases, or those of the user's own file; changes nothing.</summary>
    /// <returns>The declarations; why there are none where the file cannot be looked at before something is set up.</returns>
    /// <exception cref="PerfException">A file of the repository, or the user's, is wrong.</exception>
    public async Task<Reading<Declarations>> Preview(CancellationToken cancellation)
    {
        var declared = Declarations.Load(settings);
        if (settings.Media is not { } file)
        {
            return Reading<Declarations>.Of(declared);
        }

        CustomClip.CheckReadable(file);
        var ffmpeg = await Setup(declared).Ffmpeg(cancellation);
        return ffmpeg.TryGet(out var found)
            ? Reading<Declarations>.Of(declared.For(await CustomClip.Plan(file, found, cancellation)))
            : Reading<Declarations>.Unavailable(ffmpeg.Reason!);
    }

    /// <summary>What set-up would do for this run; changes nothing.</summary>
    /// <returns>The tasks; empty when all is here. Where the user's file cannot be looked at yet, what that needs.</returns>
    public async Task<ImmutableArray<SetupTask>> Missing(CancellationToken cancellation) =>
        (await Preview(cancellation)).TryGet(out var declared)
            ? await Setup(declared).Missing(declared.Plan(settings).Cases, cancellation)
            : await Setup(Declarations.Load(settings)).Missing([], cancellation);

    /// <summary>Sets up what the plan needs, and nothing else.</summary>
    public async Task<ProvisionedAssets> SetUp(CancellationToken cancellation)
    {
        var declared = await SetupService.Declare(settings, observer, cancellation);
        return await Setup(declared).Ensure(declared.Plan(settings).Cases, settings.MayInstall, observer, cancellation);
    }

    /// <summary>Runs the pipeline. If it is cancelled, everything measured is kept, and the same command continues.</summary>
    /// <exception cref="PerfException">Something is missing or wrong.</exception>
    public async Task<RunReport> Execute(CancellationToken cancellation)
    {
        var declared = await SetupService.Declare(settings, observer, cancellation);
        var selected = declared.Plan(settings);
        if (selected is { Cases.IsEmpty: true, Shard.Shard: { } empty })
        {
            return WriteEmpty(declared, selected, empty);
        }

        var assets = await Setup(declared).Ensure(selected.Cases, settings.MayInstall, observer, cancellation);
        using var measuring =
            await MeasurementLock.Take(MeasurementLock.MachineWide, settings.Output, settings.Wait, observer.Waiting, cancellation);
        var monitor = HostNoiseMonitor.Watch();
        var clock = Stopwatch.StartNew();
        using var folder = WorkFolder.Create();
        var runners = assets.Runners(settings.Programs);
        var conditions = assets.Conditions(selected, folder, runners, settings.Programs).Without(settings.Redaction);

        var last = RunState.Read(settings.Output);
        var state = new RunPreparation(settings, declared, selected)
            .Begin(last, assets.Fingerprint(selected, conditions), conditions, monitor.Before);
        var plan = selected with { Seed = state.Seed };
        using var log = MeasurementLog.Open(RecordedRun.LogIn(settings.Output), state.Run, restoreNeighbours: () => Keep(kept ?? state));
        var resumed = log.Rows.Count;
        observer.Measuring(new RunStart(state, plan, resumed, log.TornLine));

        assets.Stage(folder, plan);
        Keep(state);
        var check = new OutputCheck(assets.Ffmpeg, cancellation);
        var recorder = new Recorder(log, folder, check, conditions.Host.Fingerprint) { Redaction = settings.Redaction };
        // A run that was interrupted after its rounds lacks only what follows.
        if (!state.LacksCounts)
        {
            var sampler = new Sampler(plan, runners, recorder, log);
            RunPreparation.Guard(() => Sample(sampler, declared, plan, conditions, log, cancellation), last, log, settings.Output);
            var ended = Finished(sharedTime: TimeSpan.Zero);
            RunPreparation.KeepFinished(last, RecordedRun.Of(declared, ended, log.Rows, []).Report, settings.Output);
            Write(declared, ended, log);
        }

        // After the report, as counting: whatever goes wrong here takes nothing from what was measured.
        var sharedTime = new GroupSampler(
            new WindowFile(settings.Output), () => new OutputCheck(assets.Ffmpeg, cancellation), state.Run, conditions.Host.Fingerprint)
            .Measure(CoreGroup.Of(plan.Cases, settings.Tier), runners, assets.Stage, plan.SharedTime, observer.Sharing, cancellation);
        var finished = Finished(sharedTime);
        Write(declared, finished, log);
        folder.Dispose();
        return Write(declared, finished with { LacksCounts = false, Operations = Count(assets, plan, cancellation) }, log);

        RunState Finished(TimeSpan sharedTime) => state.LacksCounts ? state : state with
        {
            LacksCounts = true,
            TimeBreakdown = TimeBreakdown.Of(log.Rows.Skip(resumed), sharedTime, clock.Elapsed, recorder.Checking),
            HostNoise = monitor.Read(),
        };
    }

    /// <summary>Counts what the modules of these settings' cases execute; measures no time and writes no report.</summary>
    /// <exception cref="PerfException">Something is missing or wrong.</exception>
    public async Task<(RunConditions Conditions, ImmutableArray<OperationCount> Counts)> Count(CancellationToken cancellation)
    {
        var declared = await SetupService.Declare(settings, observer, cancellation);
        var plan = declared.Plan(settings);
        var assets = await Setup(declared).Ensure(plan.Cases, settings.MayInstall, observer, cancellation);
        using var measuring =
            await MeasurementLock.Take(MeasurementLock.MachineWide, settings.Output, settings.Wait, observer.Waiting, cancellation);
        using var folder = WorkFolder.Create();
        return (assets.Conditions(plan, folder, assets.Runners(settings.Programs), settings.Programs), Count(assets, plan, cancellation));
    }

    /// <summary>Writes the report of the last run again, from its rows and the limits as they are now; needs no tools.</summary>
    /// <exception cref="PerfException">There is no run to report.</exception>
    public RunReport ReportAgain() => Write(RecordedRun.Read(settings).Report);

    // Rounds, until every case is decided or the budget is spent.
    private void Sample(
        Sampler sampler, Declarations declared, RunPlan plan, RunConditions conditions, MeasurementLog log, CancellationToken cancellation)
    {
        var thresholds = DecisionCases.ForSampling(plan.Cases, declared.Thresholds, conditions.Host.Cores);
        var judgements = FamilyWiseError.Judgements(thresholds, plan.Cases);
        sampler.Measure(
            summary => Judge.IsDecided(thresholds, summary, judgements, NoiseFloor.Of(log.Rows)), observer.Progress, cancellation);
        log.Secure();
    }

    private ImmutableArray<OperationCount> Count(ProvisionedAssets assets, RunPlan plan, CancellationToken cancellation) =>
        assets.Counter(settings.Programs, settings.Folders.Operations)
            .Count(OperationCounter.Cases(plan.Cases), Environment.ProcessorCount, observer.Counting, cancellation);

    private SetupService Setup(Declarations declared) => new(settings, declared, observer);

    // There are fewer jobs than shards: a run like any other, so that a merge does not miss it. Nothing is set up for it.
    private RunReport WriteEmpty(Declarations declared, RunPlan plan, Shard shard)
    {
        var conditions = new RunConditions(
            Host.Read(), "none", WorkIsInMemory: false, [], [], ImmutableSortedDictionary<string, string>.Empty)
        {
            Inputs = new RunInputs([], []),
        };
        var state = RunState.Begin(settings.Seed ?? 0, $"empty shard {shard}", settings.Tier, plan, conditions) with
        {
            Lanes = declared.RecordedLanes(settings),
        };
        using var log = MeasurementLog.Open(RecordedRun.LogIn(settings.Output), state.Run);
        return Write(declared, state, log);
    }

    private RunReport Write(Declarations declared, RunState state, MeasurementLog log)
    {
        log.Secure();
        Keep(state);
        return Write(RecordedRun.Of(declared, state, log.Rows, new WindowFile(settings.Output).Read(state.Run)).Report);
    }

    private void Keep(RunState state)
    {
        kept = state;
        state.Write(settings.Output);
    }

    private RunReport Write(RunReport report)
    {
        ReportWriter.Write(report, settings.Output);
        return report;
    }
}
