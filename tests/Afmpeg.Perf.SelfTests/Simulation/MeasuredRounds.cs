using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>The rounds of real runs, on two cores of a shared machine: what the simulation replays, and what its noise is scaled by.</summary>
/// <param name="Kept">Each row: its run, its case, its round and the log of its execute time.</param>
public sealed record MeasuredRounds(ImmutableArray<(string Run, string Case, int Round, double LogSeconds)> Kept)
{
    /// <summary>The full run 20261122T220315Z-ffdd, on a quiet day: 279 cases of six rounds, minutes apart.</summary>
    public static MeasuredRounds QuietDay { get; } = Read(Repository.PathOf("tests", "Fixtures", "noise", "rounds.csv"));

    /// <summary>Ten runs in a row of two jobs on a noisy day: seven rounds each, seconds apart, and the A/A pair.</summary>
    public static MeasuredRounds NoisyDay { get; } = Read(Repository.PathOf("docs", "trust", "ten-runs.csv"));

    /// <summary>Ten runs in a row of the whole quick tier on a steady day: seven rounds or more, three quarters of a minute apart, and the A/A pair.</summary>
    public static MeasuredRounds WholeTier { get; } = Read(Repository.PathOf("docs", "trust", "ten-quick-runs.csv"));

    /// <summary>The run 20261125T025839Z-839a, which the first decision was made of, on a noisy day, too: seven rounds or more, minutes apart.</summary>
    public static MeasuredRounds DecisionRun { get; } = Read(Repository.PathOf("docs", "trust", "decision-run.csv"));

    /// <summary>How far apart the rounds of a case lie at least, in seconds: what all cases of a round and the pair after it took, on average.</summary>
    public double SecondsApart => Kept.Where(row => !IsOfPair(row.Case) || row.Round > NoisePair.LeadingRounds).Sum(row => Math.Exp(row.LogSeconds))
        / Kept.Where(row => !IsOfPair(row.Case)).Select(row => (row.Run, row.Round)).Distinct().Count();

    /// <summary>Lanes whose jobs have a baseline, in runs with as many rounds as an interval needs: log times as pairs, in the order of their rounds.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <returns>A series a run and case, the runs in their order.</returns>
    public ImmutableArray<MeasuredSeries> To(Lane baseline)
    {
        var times = Kept.GroupBy(row => (row.Run, row.Case)).ToDictionary(one => one.Key, one => one.ToDictionary(row => row.Round, row => row.LogSeconds));
        return
        [
            .. times.Keys
                .Where(one => !one.Case.EndsWith($"/{baseline.Name}", StringComparison.Ordinal) && times.ContainsKey((one.Run, $"{JobOf(one.Case)}/{baseline.Name}")))
                .OrderBy(one => one.Case, StringComparer.Ordinal).ThenBy(one => one.Run, StringComparer.Ordinal)
                .Select(one => Series(one, times[one], times[(one.Run, $"{JobOf(one.Case)}/{baseline.Name}")]))
                .Where(series => series.Rounds.Length >= SignedRankLooks.Fewest),
        ];
    }

    /// <summary>What a round's log ratio scatters by: a quantile of the series' standard deviations.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="quantile">0.5 for the median.</param>
    /// <returns>0.055 for 5.5 %.</returns>
    public double Scatter(Lane baseline, double quantile) => To(baseline).Select(series => series.Ratios.StandardDeviation()).QuantileCustom(quantile, QuantileDefinition.R7);

    /// <summary>The job of a case.</summary>
    /// <param name="id">The case's id.</param>
    /// <returns>What is before the lane.</returns>
    public static string JobOf(string id) => id[..id.LastIndexOf('/')];

    private static bool IsOfPair(string id) => id.StartsWith($"{NoisePair.Workload}/", StringComparison.Ordinal);

    private static MeasuredSeries Series((string Run, string Case) key, Dictionary<int, double> upper, Dictionary<int, double> lower) =>
        new(key.Run, key.Case, [.. upper.Keys.Intersect(lower.Keys).Order().Select(round => (upper[round], lower[round]))]);

    // Columns by name: the file of one run has none for the run.
    private static MeasuredRounds Read(string file)
    {
        var lines = File.ReadLines(file).Select(line => line.Split(',')).ToArray();
        var (run, name, round, seconds) = (Array.IndexOf(lines[0], "run"), Array.IndexOf(lines[0], "case"), Array.IndexOf(lines[0], "round"), Array.IndexOf(lines[0], "executeSeconds"));
        return new MeasuredRounds([.. lines.Skip(1).Select(cells => (run < 0 ? "" : cells[run], cells[name], int.Parse(cells[round]), Math.Log(double.Parse(cells[seconds]))))]);
    }
}
