using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Verdicts;

/// <summary>
/// The correction for judging many limits on time in one run: it keeps the chance of any false alarm in a run below <see cref="Level"/>. A
/// pass needs no correction: passing wrongly is a miss, not an alarm.
/// </summary>
public static class FamilyWiseError
{
    /// <summary>
    /// The chance of any false alarm in a run whose cases all lie exactly at their limits, where rounds are independent and normal. At 1 %
    /// in name, rounds as much like the ones before as measured ones are (correlation 0.15) raise one in 2.9 % of runs; at this level in
    /// less than 1 % (docs/trust/simulation.md).
    /// </summary>
    public const double Level = 0.002;

    /// <summary>How many judgements of times a run makes.</summary>
    public static int Judgements(Thresholds thresholds, IEnumerable<BenchmarkCase> cases)
    {
        var ids = cases.Select(benchmarkCase => benchmarkCase.Id).ToArray();
        return thresholds.Limits.Where(limit => MetricFacts.IsTimed(limit.Metric)).Sum(limit => ids.Count(limit.Cases.Matches));
    }

    /// <summary>The chance of the rounds of a case where the truth is the limit, for all looks together.</summary>
    public static double Chance(Limit limit, CaseSummary summary)
    {
        var logs = MetricReading.Rounds(limit.Metric, summary).Select(Math.Log).ToArray();
        var inflation = MetricReading.InflationFactor(limit.Metric, summary);
        var chance = limit.AtMost is { } most
            ? Chance(logs, Math.Log(most), inflation)
            : Chance([.. logs.Select(log => -log)], -Math.Log(limit.AtLeast!.Value), inflation);
        return Math.Min(1, EarlyStop.LooksAt(summary) * chance);
    }

    /// <summary>The chances of several judgements, adjusted for all of them.</summary>
    public static ImmutableArray<double> Chances(IEnumerable<(Limit Limit, CaseSummary Case)> judged) =>
        Holm.Adjust([.. judged.Select(one => Chance(one.Limit, one.Case))]);

    private static double Chance(double[] logs, double bound, double inflation) =>
        FewRounds.Covers(logs.Length) ? FewRounds.ChanceAbove(logs, bound, inflation) : MeanTest.ChanceAbove(logs, bound, inflation);
}
