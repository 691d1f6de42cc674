using System.Collections.Immutable;
using System.Diagnostics;
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

/// <summary>The whole pipeline: matrix, plan, tools and media, rounds into the log, summary, verdicts, report. Each step is one call into one room.</summary>
/// <param name="settings">Everything from outside.</param>
/// <param name="observer">Told how it goes.</param>
public sealed class BenchmarkRun(RunSettings settings, IRunObserver observer)
{
    /// <summary>What the repository declares: every case, and the files that people edit, read and checked.</summary>
    /// <returns>The declarations.</returns>
    /// <exception cref="PerfException">A file of the repository is wrong; every fault is listed.</exception>
    public Declarations Declare() => Declarations.Load(settings.Folders, settings.Lanes, settings.Path);

    /// <summary>What this run would measure: the repository's cases, or those of the user's own file; changes nothing.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The declarations; why there are none where the file cannot be looked at before something is set up.</returns>
    /// <exception cref="PerfException">A file of the repository, or the user's, is wrong.</exception>
    public async Task<Reading<Declarations>> Preview(CancellationToken cancellation)
    {
        var declared = Declare();
        if (settings.Media is not { } file)
        {
            return Reading<Declarations>.Of(declared);
        }

        CustomClip.CheckReadable(file);
        var ffmpeg = await SetupService(declared).Ffmpeg(cancellation);
        return ffmpeg.TryGet(out var found)
            ? Reading<Declarations>.Of(declared.For(await CustomClip.Plan(file, found, cancellation)))
            : Reading<Declarations>.Unavailable(ffmpeg.Reason!);
    }

    /// <summary>What set-up would do for this run; changes nothing.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The tasks; empty when all is here. Where the user's file cannot be looked at yet, what that needs.</returns>
    public async Task<ImmutableArray<SetupTask>> Missing(CancellationToken cancellation) =>
        (await Preview(cancellation)).TryGet(out var declared)
            ? await SetupService(declared).Missing(declared.Plan(settings).Cases, cancellation)
            : await SetupService(Declare()).Missing([], cancellation);

    /// <summary>Sets up what the plan needs, and nothing else.</summary>
    /// <param name="cancellation">Stops it; finished steps are kept.</param>
    /// <returns>The tools and media.</returns>
    public async Task<ProvisionedAssets> SetUp(CancellationToken cancellation)
    {
        var declared = await Prepare(cancellation);
        return await SetupService(declared).Ensure(declared.Plan(settings).Cases, settings.MayInstall, observer, cancellation);
    }

    /// <summary>Runs the pipeline.</summary>
    /// <param name="cancellation">Stops it; everything measured so far is kept, and the same command goes on from there.</param>
    /// <returns>The report, as it was written.</returns>
    /// <exception cref="PerfException">Something is missing or wrong.</exception>
    public async Task<RunReport> Execute(CancellationToken cancellation)
    {
        var declared = await Prepare(cancellation);
        var plan = declared.Plan(settings);
        if (plan is { Cases.IsEmpty: true, Shard.Shard: { } empty })
        {
            return WriteEmpty(declared, plan, empty);
        }

        var equipment = await SetupService(declared).Ensure(plan.Cases, settings.MayInstall, observer, cancellation);
        using var turn = await MeasurementLock.Take(MeasurementLock.MachineWide, settings.Output, settings.Wait, observer.Waiting, cancellation);
        var quiet = HostNoiseMonitor.Watch();
        var clock = Stopwatch.StartNew();
        var last = RunState.Read(settings.Output);
        using var log = MeasurementLog.Open(LogPath, last?.Run);
        using var folder = WorkFolder.Create();
        var runners = equipment.Runners(settings.Programs);
        var conditions = equipment.Conditions(plan, folder, runners, settings.Programs).Without(settings.Redaction);
        var state = new RunPreparation(settings, declared, plan).Of(last, equipment.Fingerprint(plan, conditions), conditions, quiet.Before);
        plan = plan with { Seed = state.Seed };
        var begun = state;
        log.WasPutBack = () => begun.Write(settings.Output);
        observer.Measuring(new RunStart(state, plan, log.Rows.Count(row => row.Run == state.Run), log.TornLine));

        var (rowsBefore, family) = (log.Rows.Count, FamilyWiseError.Size(declared.Thresholds, plan.Cases));
        equipment.Stage(folder, plan);
        var recorder = new Recorder(log, folder, new OutputCheck(equipment.Ffmpeg, cancellation), state.Run, state.Conditions.Host.Fingerprint) { Redaction = settings.Redaction };
        new Sampler(plan, runners, recorder, log, state.Run)
            .Measure(
                summary => Judge.IsDecided(declared.Thresholds, summary, family, NoiseFloor.Of(log.Rows.Where(row => row.Run == state.Run))),
                observer.Progress,
                cancellation);

        log.Secure();
        RunPreparation.KeepFinished(last, state, log.Rows, settings.Output);
        state = state with { Account = TimeBreakdown.Of(log.Rows.Skip(rowsBefore), TimeSpan.Zero, clock.Elapsed, recorder.Checking), Quiet = quiet.Account() };
        Write(declared, state, log.Rows);

        // After the report, as counting: whatever goes wrong here takes nothing from what was measured.
        var shared = new GroupSampler(new WindowFile(settings.Output), () => new OutputCheck(equipment.Ffmpeg, cancellation), state.Run, state.Conditions.Host.Fingerprint)
            .Measure(CoreGroup.Of(plan.Cases, settings.Tier), runners, equipment.Stage, plan.SharedTime, observer.Sharing, cancellation);
        state = state with { Account = TimeBreakdown.Of(log.Rows.Skip(rowsBefore), shared, clock.Elapsed, recorder.Checking), Quiet = quiet.Account() };
        Write(declared, state, log.Rows);
        folder.Dispose();
        state = state with { Operations = Count(equipment, plan, cancellation) };
        return Write(declared, state, log.Rows);
    }

    /// <summary>Counts what the modules of these settings' cases execute; measures no time and writes no report.</summary>
    /// <param name="cancellation">Stops it; finished counts are kept.</param>
    /// <returns>The counts, and what they follow from.</returns>
    /// <exception cref="PerfException">Something is missing or wrong.</exception>
    public async Task<(RunConditions Conditions, ImmutableArray<OperationCount> Counts)> Count(CancellationToken cancellation)
    {
        var declared = await Prepare(cancellation);
        var plan = declared.Plan(settings);
        var equipment = await SetupService(declared).Ensure(plan.Cases, settings.MayInstall, observer, cancellation);
        using var turn = await MeasurementLock.Take(MeasurementLock.MachineWide, settings.Output, settings.Wait, observer.Waiting, cancellation);
        using var folder = WorkFolder.Create();
        return (equipment.Conditions(plan, folder, equipment.Runners(settings.Programs), settings.Programs), Count(equipment, plan, cancellation));
    }

    /// <summary>Writes the report of the last run anew, from its rows and the limits as they are now; measures nothing and needs no tools.</summary>
    /// <returns>The report, as it was written.</returns>
    /// <exception cref="PerfException">There is no run to report.</exception>
    public RunReport ReportAgain() => Write(RecordedRun.Read(settings).Report);

    private ImmutableArray<OperationCount> Count(ProvisionedAssets equipment, RunPlan plan, CancellationToken cancellation) =>
        equipment.Counter(settings.Programs, settings.Folders.Operations)
            .Count(OperationCounter.Cases(plan.Cases), Environment.ProcessorCount, observer.Counting, cancellation);

    private string LogPath => RecordedRun.LogIn(settings.Output);

    private SetupService SetupService(Declarations declared) => new(settings, declared, observer);

    // A user's file declares its cases only once a native ffmpeg has looked at it: that is set up first, and nothing for a file that is not there.
    internal async Task<Declarations> Prepare(CancellationToken cancellation)
    {
        var declared = Declare();
        if (settings.Media is not { } file)
        {
            return declared;
        }

        CustomClip.CheckReadable(file);
        var natives = await SetupService(declared).Ensure([], settings.MayInstall, observer, cancellation);
        declared = declared.For(await CustomClip.Plan(file, natives.Ffmpeg, cancellation));
        observer.LookedAt(declared.CustomMedia!);
        return declared;
    }

    // A shard of more than there are jobs: a run like any other, that a merge finds and does not miss. Nothing is set up for it.
    private RunReport WriteEmpty(Declarations declared, RunPlan plan, Shard shard)
    {
        var conditions = new RunConditions(Host.Read(), "none", WorkIsInMemory: false, [], [], ImmutableSortedDictionary<string, string>.Empty) { Inputs = new RunInputs([], []) };
        var state = RunState.Begin(settings.Seed ?? 0, $"empty shard {shard}", settings.Tier, plan, conditions) with { Lanes = declared.RecordedLanes(settings) };
        using var log = MeasurementLog.Open(LogPath);
        return Write(declared, state, []);
    }

    private RunReport Write(Declarations declared, RunState state, IEnumerable<Measurement> rows)
    {
        state.Write(settings.Output);
        return Write(RecordedRun.Of(declared, state, rows, new WindowFile(settings.Output).Read(state.Run)).Report);
    }

    private RunReport Write(RunReport report)
    {
        ReportWriter.Write(report, settings.Output);
        return report;
    }
}
