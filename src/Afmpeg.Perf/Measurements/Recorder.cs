using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Measurements;

/// <summary>Runs a case once, has its output checked outside the timed window, and writes the row.</summary>
/// <param name="log">Where rows go.</param>
/// <param name="folder">The guest's work folder, media staged.</param>
/// <param name="check">What looks at outputs.</param>
/// <param name="host">The host's fingerprint.</param>
/// <param name="clocks">Reads the clocks, to see whether the machine was suspended or its clock set during a run; null for the machine's
/// own.</param>
public sealed class Recorder(
    MeasurementLog log, WorkFolder folder, IOutputCheck check, string host, Func<ClockReading>? clocks = null)
{
    private readonly Func<ClockReading> readClocks = clocks ?? ClockReading.Now;

    /// <summary>What is kept out of what guests said.</summary>
    public Redaction Redaction { get; init; } = Redaction.None;

    /// <summary>How long outputs were checked so far.</summary>
    public TimeSpan Checking { get; private set; }

    /// <summary>Measures the case once.</summary>
    /// <param name="benchmarkCase">The case.</param>
    /// <param name="runner">Its lane's runner.</param>
    /// <param name="round">The round; 0 for a warm-up.</param>
    /// <param name="order">The place in the round.</param>
    /// <param name="cancellation">Kills the run.</param>
    public Measurement Record(BenchmarkCase benchmarkCase, ILaneRunner runner, int round, int order, CancellationToken cancellation)
    {
        // A warm-up is no part of any estimate: it may as well list the pictures that the timed runs throw away.
        var job = round == 0 ? benchmarkCase.Job.Proof() ?? benchmarkCase.Job : benchmarkCase.Job;
        folder.ClearOutput();
        var begin = readClocks();
        var reading = runner.Run(job, folder, benchmarkCase.TimeLimit, cancellation);
        reading = begin.WhyVoid(readClocks()) is { } why ? reading.Void(why) : reading;
        // What quality is measured against is made from the inputs: they are put right before the output is looked at.
        var changed = folder.RepairInputs();
        var clock = Stopwatch.StartNew();
        var facts = reading.Outcome == Outcome.Ok ? check.Check(job, folder) : Reading<OutputFacts>.Unavailable(reading.Reason!);
        Checking += clock.Elapsed;
        if (changed.Length > 0 && facts.Reason is null)
        {
            facts = Reading<OutputFacts>.Unavailable(
                $"the run changed its inputs ({string.Join(", ", changed)}), which it must not; they were staged again");
        }

        var row = ToRow(benchmarkCase, reading, facts) with { Round = round, Order = order, Warmup = round == 0 };
        log.Append(row);
        return row;
    }

    private Measurement ToRow(BenchmarkCase benchmarkCase, LaneReading reading, Reading<OutputFacts> facts)
    {
        var (job, lane) = benchmarkCase;
        var known = facts.TryGet(out var found) ? found : null;
        var quality = known is not null && known.Quality.TryGet(out var measured) ? measured : null;
        return new Measurement
        {
            Run = log.Run,
            At = DateTimeOffset.UtcNow,
            Host = host,
            Case = benchmarkCase.Id,
            Workload = job.Workload,
            Clip = job.Inputs[0].Item.Id,
            Encoder = job.Setting.Encoder,
            Effort = job.Setting.Effort,
            Lane = lane.Name,
            Engine = lane.Engine,
            Build = lane.Build,
            Instances = lane.Instances,
            Jobs = job.Copies,
            Round = 0,
            Order = 0,
            Warmup = false,
            Outcome = reading.Outcome == Outcome.Ok && known is null ? Outcome.Failed : reading.Outcome,
            Reason = Redaction.Hide(facts.Reason),
            WallSeconds = reading.Usage?.Wall.TotalSeconds,
            CompileSeconds = reading.Phases.Compile?.TotalSeconds,
            LoadSeconds = reading.Phases.Load?.TotalSeconds,
            InstantiateSeconds = reading.Phases.Instantiate?.TotalSeconds,
            ExecuteSeconds = reading.Phases.Execute?.TotalSeconds,
            UserSeconds = reading.Usage?.User.TotalSeconds,
            SystemSeconds = reading.Usage?.System.TotalSeconds,
            PeakResidentBytes = reading.Usage?.PeakResident.Bytes,
            OutputBytes = known?.Size?.Bytes,
            Frames = known?.Frames,
            MediaSeconds = known?.Duration is { } duration ? duration.TotalSeconds * job.Copies : null,
            FramesDigest = known?.FramesDigest,
            PsnrYDb = quality?.PsnrYDb,
            Ssim = quality?.Ssim,
            LowestPsnrYDb = quality?.LowestPsnrYDb,
            QualityReason = Redaction.Hide(known?.Quality.Reason),
        };
    }
}
