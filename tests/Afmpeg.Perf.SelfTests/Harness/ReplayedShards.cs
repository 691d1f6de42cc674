using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Merging;
using Afmpeg.Perf.Reports.Merged;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The committed report's run, as if shards of it had been measured on machines of their own.</summary>
public static class ReplayedShards
{
    private static readonly Lazy<ILookup<string, Measurement>> Rows = new(() => CommittedRun.Rows.ToLookup(row => row.Case));

    public static ImmutableArray<BenchmarkCase> Cases { get; } = Declarations
        .Load(TestSettings.Folders, cores: CommittedRun.State.Conditions.Host.Cores).Matrix.Select(CommittedRun.State.Cases.ToHashSet());

    /// <summary>The run of one shard, whose machine takes so many times as long for all that it does.</summary>
    public static RunRows Run(Shard shard, double slowdown = 1, string name = "")
    {
        var division = ShardDivision.Of(Cases, shard.Count, CaseCosts.Recorded);
        var ids = division.Select(part => part.Select(benchmarkCase => benchmarkCase.Id).ToImmutableArray()).ToImmutableArray();
        var run = $"run-{shard.Number}{name}";
        var noise = Rows.Value.SelectMany(rows => rows).Where(row => row.Workload == NoisePair.Workload);
        // The committed run is of a version that did not keep what it was given.
        var jobs = Cases.Select(benchmarkCase => benchmarkCase.Job).DistinctBy(job => job.Id);
        var inputs = RunInputs.Of([.. jobs], _ => new string('0', 64));
        return new RunRows(
            CommittedRun.State with
            {
                Conditions = CommittedRun.State.Conditions with { Inputs = inputs },
                Run = run,
                Fingerprint = run,
                Cases = ids[shard.Number - 1],
                Shard = new ShardOfRun(shard, ids),
            },
            [.. ids[shard.Number - 1].SelectMany(id => Rows.Value[id]).Concat(noise)
                .Select(row => row with { Run = run, ExecuteSeconds = row.ExecuteSeconds * slowdown })]);
    }

    /// <summary>Changes the module lanes of a run alone, so that their multiples change.</summary>
    public static RunRows Modules(RunRows run, Func<Measurement, double> factor) => run with
    {
        Rows = [.. run.Rows.Select(row => row.Engine is null ? row : row with { ExecuteSeconds = row.ExecuteSeconds * factor(row) })],
    };

    public static MergedReport Merge(params RunRows[] runs) =>
        Merger("").Of(MergeInput.Of(runs, []));

    public static Merge Merger(string output) =>
        new(new RunSettings { Folders = TestSettings.Folders, Output = output, Programs = "", Path = "" });
}
