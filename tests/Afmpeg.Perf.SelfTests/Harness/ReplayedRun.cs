using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Summaries;
using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>One job of the committed report, replayed from its rows through the whole of the pipeline behind the measuring: what is planted in it is judged as if it had been measured.</summary>
public sealed record ReplayedRun
{
    /// <summary>The job that is replayed.</summary>
    public const string Job = "transcode/screencast-360p/libx264-veryfast";

    /// <summary>The case that things are planted in.</summary>
    public const string Case = $"{Job}/wazero+O3-simd128-msa";

    private static readonly Lazy<ReplayedRun> Kept = new(() =>
    {
        var ids = CommittedRun.State.Cases.Where(id => id.StartsWith($"{Job}/", StringComparison.Ordinal)).ToImmutableArray();
        return new ReplayedRun
        {
            Declared = Declarations.Load(TestSettings.Folders),
            State = CommittedRun.State with { Cases = ids },
            Rows = [.. CommittedRun.Rows.Where(row => ids.Contains(row.Case) || row.Workload == NoisePair.Workload)],
        };
    });

    /// <summary>The run as it was measured.</summary>
    public static ReplayedRun AsMeasured => Kept.Value;

    /// <summary>What the repository declares.</summary>
    public required Declarations Declared { get; init; }

    /// <summary>The run.</summary>
    public required RunState State { get; init; }

    /// <summary>Its rows.</summary>
    public required ImmutableArray<Measurement> Rows { get; init; }

    /// <summary>The run with other rows of <see cref="Case"/>.</summary>
    public ReplayedRun Plant(Func<Measurement, Measurement> change) => this with { Rows = [.. Rows.Select(row => row.Case == Case ? change(row) : row)] };

    /// <summary>The run held against another limit.</summary>
    public ReplayedRun WithLimit(string id, double atMost) => this with
    {
        Declared = Declared with
        {
            Thresholds = Declared.Thresholds with { Limits = [.. Declared.Thresholds.Limits.Select(limit => limit.Id == id ? limit with { AtMost = atMost } : limit)] },
        },
    };

    /// <summary>The run as a host of another noise would have measured it: every lane's times keep their mean, and their deviations from it are made larger or smaller alike.</summary>
    /// <param name="scatter">What a round of <see cref="Case"/> scatters by against native-portable, as a fraction.</param>
    /// <param name="floor">How far native is from itself, as a fraction; the run's own A/A pair, where it has one, gives way to it.</param>
    /// <returns>The run.</returns>
    public ReplayedRun OnAHost(double scatter, double floor) => Mirrored().Scattered(scatter, floor);

    // Each round once more, as far below its lane's mean as it was above: a run of few rounds has as many as a signed-rank interval needs.
    private ReplayedRun Mirrored()
    {
        var means = Timed.GroupBy(row => row.Case).ToDictionary(lane => lane.Key, lane => lane.Average(row => Math.Log(row.ExecuteSeconds!.Value)));
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

    private IEnumerable<Measurement> Timed => Rows.Where(row => row is { Warmup: false, ExecuteSeconds: > 0 } && row.Workload != NoisePair.Workload);

    private ReplayedRun Scattered(double scatter, double floor)
    {
        var lanes = Timed
            .GroupBy(row => row.Case)
            .ToDictionary(lane => lane.Key, lane => lane.ToDictionary(row => row.Round, row => Math.Log(row.ExecuteSeconds!.Value)));
        var portable = lanes[$"{Job}/{Lane.NativePortable.Name}"];
        var factor = scatter / lanes[Case].Where(round => portable.ContainsKey(round.Key)).Select(round => round.Value - portable[round.Key]).StandardDeviation();
        double Moved(Measurement row)
        {
            var mean = lanes[row.Case].Values.Average();
            return Math.Exp(mean + (factor * (lanes[row.Case][row.Round] - mean)));
        }

        var rows = Rows.RemoveAll(row => row.Workload == NoisePair.Workload)
            .Select(row => lanes.GetValueOrDefault(row.Case)?.ContainsKey(row.Round) == true ? row with { ExecuteSeconds = Moved(row) } : row);
        return this with { Rows = [.. rows, .. Twins(floor)] };
    }

    /// <summary>What is reported of it.</summary>
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
