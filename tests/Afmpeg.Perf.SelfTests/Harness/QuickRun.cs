using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A finished run of the repository's own cases, or of some of them, with made-up rows.</summary>
public static class QuickRun
{
    /// <summary>The run.</summary>
    public static RecordedRun Create(Func<ImmutableArray<BenchmarkCase>, ImmutableArray<BenchmarkCase>>? choose = null, bool breaks = false,
        int rounds = 8, CustomLanes? own = null)
    {
        var declared = Declarations.Load(TestSettings.Folders, kept: own);
        var quick = declared.Matrix.Select(Tier.Quick, null);
        var cases = choose is null ? quick : choose(quick);
        var modules = cases.Where(benchmarkCase => benchmarkCase.Lane is { IsWasm: true, IsCustom: false })
            .Select(benchmarkCase => (benchmarkCase.Lane.Build, benchmarkCase.Job.Setting.Flavour)).Distinct()
            .Select(module => new ModuleFacts(module.Build!, module.Flavour, new(5_000_000), new(2), new(1), new string('a', 64), 7,
                "-O3"));
        var conditions = Samples.Conditions with
        {
            Modules = [.. modules],
            NotMeasured = ImmutableSortedDictionary<string, string>.Empty,
            Inputs = RunInputs.Of([.. cases.Select(benchmarkCase => benchmarkCase.Job).DistinctBy(job => job.Id)], _ =>
                new string('b', 64)),
        };
        var state = new RunState(
            "accepted", 1, "fingerprint", Tier.Quick, [.. cases.Select(benchmarkCase => benchmarkCase.Id)], conditions,
                DateTimeOffset.UnixEpoch, new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));
        ImmutableArray<Measurement> rows = [.. cases.SelectMany(benchmarkCase => Enumerable.Range(1, rounds)
            .Select(round => Row(benchmarkCase, round, breaks)))];
        var summaries = Summary.Of(declared.Matrix.Select(state.Cases.ToHashSet()), state.Conditions.ReasonNotMeasured, rows);
        return new RecordedRun(declared, state, RunReport.Of(state, summaries, rows, declared.Thresholds, []));
    }

    private static Measurement Row(BenchmarkCase benchmarkCase, int round, bool breaks)
    {
        var fails = breaks && (benchmarkCase.Lane == Lane.Native || benchmarkCase.Lane.IsCustom);
        return Samples.Row(benchmarkCase.Lane, round,
            (benchmarkCase.Lane.IsWasm ? 0.3 : 0.1) * SeededNoise.Factor($"{benchmarkCase.Id} {round}", 0.02)) with
        {
            Run = "accepted",
            Case = benchmarkCase.Id,
            Workload = benchmarkCase.Job.Workload,
            Outcome = fails ? Outcome.Failed : Outcome.Ok,
            Reason = fails ? "a wrong output" : null,
            PsnrYDb = 40,
            Ssim = 0.98,
            LowestPsnrYDb = 39,
        };
    }
}
