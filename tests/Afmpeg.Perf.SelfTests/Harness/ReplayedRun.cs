using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Summaries;
using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>One job of the committed report, judged again from its rows: what a test plants in them counts as measured.</summary>
public sealed record ReplayedRun
{
    public const string Job = "transcode/screencast-360p/libx264-veryfast";
    public const string Case = $"{Job}/wazero+O3-simd128-msa";

    private static readonly Lazy<ReplayedRun> Original = new(() =>
    {
        var ids = CommittedRun.State.Cases.Where(id => id.StartsWith($"{Job}/", StringComparison.Ordinal)).ToImmutableArray();
        return new ReplayedRun
        {
            Declared = Declarations.Load(TestSettings.Folders),
            State = CommittedRun.State with { Cases = ids },
            Rows = [.. CommittedRun.Rows.Where(row => ids.Contains(row.Case) || row.Workload == NoisePair.Workload)],
        };
    });

    public static ReplayedRun AsMeasured => Original.Value;
    public required Declarations Declared { get; init; }
    public required RunState State { get; init; }
    public required ImmutableArray<Measurement> Rows { get; init; }

    public ReplayedRun Plant(Func<Measurement, Measurement> change) =>
        this with { Rows = [.. Rows.Select(row => row.Case == Case ? change(row) : row)] };

    public ReplayedRun WithLimit(string id, double atMost) => this with
    {
        Declared = Declared with
        {
            Thresholds = Declared.Thresholds with
            {
                Limits = [.. Declared.Thresholds.Limits.Select(limit => limit.Id == id ? limit with { AtMost = atMost } : limit)],
            },
        },
    };

    /// <summary>The run on a host of another noise: the case scatters by one fraction, and the other is the noise floor.</summary>
    public ReplayedRun OnAHost(double scatter, double floor) => Mirrored().Scattered(scatter, floor);

    // Each round once more, as far below its lane's mean as it was above: a run of few rounds has as many as a signed-rank interval needs.
    private ReplayedRun Mirrored()
    {
        var means = Timed.GroupBy(row => row.Case)
            .ToDictionary(lane => lane.Key, lane => lane.Average(row => Math.Log(row.ExecuteSeconds!.Value)));
        var last = Timed.Max(row => row.Round);
        return this with
        {
            Rows =
            [
                .. Rows,
                .. Timed.Select(row => row with
                {
                    Round = row.Round + last,
                    ExecuteSeconds = Math.Exp((2 * means[row.Case]) - Math.Log(row.ExecuteSeconds!.Value)),
                }),
            ],
        };
    }

    private IEnumerable<Measurement> Timed =>
        Rows.Where(row => row is { Warmup: false, ExecuteSeconds: > 0 } && row.Workload != NoisePair.Workload);

    private ReplayedRun Scattered(double scatter, double floor)
    {
        var lanes = Timed
            .GroupBy(row => row.Case)
            .ToDictionary(lane => lane.Key, lane => lane.ToDictionary(row => row.Round, row => Math.Log(row.ExecuteSeconds!.Value)));
        var portable = lanes[$"{Job}/{Lane.NativePortable.Name}"];
        var factor = scatter / lanes[Case].Where(round => portable.ContainsKey(round.Key))
            .Select(round => round.Value - portable[round.Key]).StandardDeviation();
        double Moved(Measurement row)
        {
            var mean = lanes[row.Case].Values.Average();
            return Math.Exp(mean + (factor * (lanes[row.Case][row.Round] - mean)));
        }

        var rows = Rows.RemoveAll(row => row.Workload == NoisePair.Workload)
            .Select(row => lanes.GetValueOrDefault(row.Case)?.ContainsKey(row.Round) == true ? row with { ExecuteSeconds = Moved(row) }
                : row);
        return this with { Rows = [.. rows, .. Twins(floor)] };
    }

    public RunReport Report() => RecordedRun.Of(Declared, State, Rows, []).Report;

    // As often above as below by just the floor: then the interval of the pair reaches from the one to the other.
    private IEnumerable<Measurement> Twins(double floor)
    {
        const int Rounds = 14;
        var native = Rows.First(row => row.Case == $"{Job}/{Lane.Native.Name}" && !row.Warmup);
        double[] seconds = [1, 1 + floor, 1, 1 / (1 + floor)];
        return Enumerable.Range(1, Rounds).SelectMany(round => Lane.Twins.Select((twin, index) => native with
        {
            Case = native.Case.Replace($"{Job}/{Lane.Native.Name}", $"{NoisePair.Workload}/{twin.Name}", StringComparison.Ordinal),
            Workload = NoisePair.Workload,
            Lane = twin.Name,
            Round = round,
            ExecuteSeconds = seconds[(2 * (round % 2)) + index],
        }));
    }
}
