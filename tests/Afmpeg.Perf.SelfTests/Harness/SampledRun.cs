using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A sampler over lanes that run nothing, with a real log in a folder of its own.</summary>
public sealed class SampledRun : IDisposable
{
    private const string FirstRun = "run-1";

    private readonly TemporaryFolder temporary = new();
    private readonly WorkFolder work;
    private readonly Dictionary<string, Reading<ILaneRunner>> lanes = [];
    private readonly List<SamplerProgress> announced = [];

    public SampledRun()
    {
        work = WorkFolder.Create(temporary.Path);
        Log = Open(FirstRun);
    }

    public MeasurementLog Log { get; private set; }

    /// <summary>The machine's clocks, which stand still until a rule moves them.</summary>
    public ManualClocks Clocks { get; } = new();
    public IReadOnlyList<SamplerProgress> Announced => announced;

    public RunPlan Plan { get; set; } =
        new([.. Samples.Lanes.Select(Samples.Case)], 4711, TimeSpan.FromHours(1), new RoundLimits([2, 3, 4]));

    public ImmutableArray<Measurement> Rounds => [.. Log.Rows.Where(row => !row.Warmup)];

    public int RoundsOf(Lane lane) => Rounds.Count(row => row.Case == Samples.Case(lane).Id);

    /// <summary>Has a lane give these readings, or none with a reason.</summary>
    public void Play(Lane lane, Func<int, LaneReading> readings) =>
        lanes[lane.Name] = Reading<ILaneRunner>.Of(new ReplayLane(lane, (_, run) => readings(run)));

    public void Miss(Lane lane, string reason) => lanes[lane.Name] = Reading<ILaneRunner>.Unavailable(reason);

    /// <summary>Measures with a sampler of its own, as each start of the command does.</summary>
    public void Measure(
        Func<CaseSummary, bool> isDecided,
        string run = FirstRun,
        Action<SamplerProgress>? report = null,
        CancellationToken cancellation = default)
    {
        if (run != Log.Run)
        {
            Log.Dispose();
            Log = Open(run);
        }

        var recorder = new Recorder(Log, work, new FixedCheck(), "0123456789ab", Clocks.Read);
        new Sampler(Plan, Runner, recorder, Log).Measure(
            isDecided,
            progress =>
            {
                announced.Add(progress);
                report?.Invoke(progress);
            },
            cancellation);
    }

    /// <summary>Closes the log and reads it again, as the next start of the command does.</summary>
    public void Reopen()
    {
        Log.Dispose();
        Log = Open(Log.Run);
    }

    public void Dispose()
    {
        Log.Dispose();
        work.Dispose();
        temporary.Dispose();
    }

    private MeasurementLog Open(string run) => MeasurementLog.Open(temporary.File("measurements.jsonl"), run);

    private Reading<ILaneRunner> Runner(BenchmarkCase benchmarkCase)
    {
        if (!lanes.ContainsKey(benchmarkCase.Lane.Name))
        {
            Play(benchmarkCase.Lane, _ => Samples.Reading(1));
        }

        return lanes[benchmarkCase.Lane.Name];
    }
}
