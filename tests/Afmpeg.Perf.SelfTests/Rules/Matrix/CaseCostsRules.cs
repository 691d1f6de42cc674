using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Running;

namespace Afmpeg.Perf.SelfTests.Rules.Matrix;

/// <summary>The recorded costs of cases are measured ones.</summary>
public sealed class CaseCostsRules
{
    [Fact]
    public void The_recorded_costs_are_what_the_committed_run_took()
    {
        var (kept, current) =
            (Repository.PathOf("src", "Afmpeg.Perf", "Matrix", "case-costs.json"), Repository.PathOf("artifacts", "case-costs.json"));
        File.WriteAllText(current, Made());

        File.ReadAllText(kept).Should()
            .Be(File.ReadAllText(current), because: $"shards are balanced by it; accept the new one with: mv '{current}' '{kept}'");
    }

    // A job that left the matrix costs nothing any longer.
    private static string Made()
    {
        var jobs = Declarations.Load(TestSettings.Folders, cores: 2)
            .Matrix.Cases.Select(benchmarkCase => JobOf(CaseCosts.Key(benchmarkCase.Id))).ToHashSet();
        var costs = Took().Where(cost => jobs.Contains(JobOf(cost.Key))).OrderBy(cost => cost.Key, StringComparer.Ordinal);
        return $"{{\n{string.Join(",\n", costs.Select(cost => $"  \"{cost.Key}\": {Math.Max(0.1, cost.Seconds):0.0}"))}\n}}\n";
    }

    private static IEnumerable<(string Key, double Seconds)> Took() =>
        MeasurementLog.Read(Repository.PathOf("docs", "report", "measurements.jsonl")).GroupBy(row => CaseCosts.Key(row.Case))
            .Select(rows => (rows.Key, rows.Sum(row => row.WallSeconds ?? 0)));

    private static string JobOf(string key) => key[..key.LastIndexOf('/')];
}
