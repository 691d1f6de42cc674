using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>The rounds of real runs, on two cores of a shared machine: the simulation replays them, and scales its noise by them.</summary>
public sealed record MeasuredRounds(ImmutableArray<(string Run, string Case, int Round, double LogSeconds)> Rows)
{
    /// <summary>The full run 20261122T220315Z-ffdd, on a quiet day: 279 cases of six rounds, minutes apart.</summary>
    public static MeasuredRounds QuietDay { get; } = Read(Repository.PathOf("tests", "Fixtures", "noise", "rounds.csv"));

    /// <summary>Ten runs in a row of two jobs on a noisy day: seven rounds each, seconds apart, and the A/A pair.</summary>
    public static MeasuredRounds NoisyDay { get; } = Read(Repository.PathOf("docs", "trust", "ten-runs.csv"));

    /// <summary>Ten runs in a row of the whole quick tier on a steady day: seven rounds or more, 45 s apart, and the A/A pair.</summary>
    public static MeasuredRounds WholeTier { get; } = Read(Repository.PathOf("docs", "trust", "ten-quick-runs.csv"));

    /// <summary>The run 20261125T025839Z-839a of the first decision, on another noisy day: seven rounds or more, minutes apart.</summary>
    public static MeasuredRounds DecisionRun { get; } = Read(Repository.PathOf("docs", "trust", "decision-run.csv"));

    /// <summary>How far apart the rounds of a case lie at least, in seconds: the mean time of a round of all cases and the pair.</summary>
    public double SecondsApart => Rows.Where(row => !IsOfPair(row.Case) || row.Round > NoisePair.LeadingRounds)
        .Sum(row => Math.Exp(row.LogSeconds))
        / Rows.Where(row => !IsOfPair(row.Case)).Select(row => (row.Run, row.Round)).Distinct().Count();

    /// <summary>Each case of each run beside a baseline, if it has enough rounds for an interval; a case's runs in their order.</summary>
    public ImmutableArray<MeasuredSeries> To(Lane baseline)
    {
        var times = Rows.GroupBy(row => (row.Run, row.Case))
            .ToDictionary(one => one.Key, one => one.ToDictionary(row => row.Round, row => row.LogSeconds));
        return
        [
            .. times.Keys
                .Where(one => !one.Case.EndsWith($"/{baseline.Name}", StringComparison.Ordinal)
                    && times.ContainsKey((one.Run, $"{JobOf(one.Case)}/{baseline.Name}")))
                .OrderBy(one => one.Case, StringComparer.Ordinal).ThenBy(one => one.Run, StringComparer.Ordinal)
                .Select(one => Series(one, times[one], times[(one.Run, $"{JobOf(one.Case)}/{baseline.Name}")]))
                .Where(series => series.Rounds.Length >= SignedRankLooks.Fewest),
        ];
    }

    /// <summary>A quantile (0.5 for the median) of the standard deviations of a series' log ratios: 0.055 for 5.5 %.</summary>
    public double Scatter(Lane baseline, double quantile) =>
        To(baseline).Select(series => series.Ratios.StandardDeviation()).QuantileCustom(quantile, QuantileDefinition.R7);

    public static string JobOf(string id) => id[..id.LastIndexOf('/')];

    private static bool IsOfPair(string id) => id.StartsWith($"{NoisePair.Workload}/", StringComparison.Ordinal);

    private static MeasuredSeries Series((string Run, string Case) key, Dictionary<int, double> upper, Dictionary<int, double> lower) =>
        new(key.Run, key.Case, [.. upper.Keys.Intersect(lower.Keys).Order().Select(round => (upper[round], lower[round]))]);

    // Columns by name: the file of one run has none for the run.
    private static MeasuredRounds Read(string file)
    {
        var lines = File.ReadLines(file).Select(line => line.Split(',')).ToArray();
        int Column(string column) => Array.IndexOf(lines[0], column);
        var (run, name, round, seconds) = (Column("run"), Column("case"), Column("round"), Column("executeSeconds"));
        return new MeasuredRounds(
        [
            .. lines.Skip(1).Select(cells =>
                (run < 0 ? "" : cells[run], cells[name], int.Parse(cells[round]), Math.Log(double.Parse(cells[seconds])))),
        ]);
    }
}

/// <summary>A case of one run beside its baseline: the log times of both lanes in each round, in their order.</summary>
public sealed record MeasuredSeries(string Run, string Case, ImmutableArray<(double Upper, double Lower)> Rounds)
{
    public IEnumerable<double> Ratios => Rounds.Select(round => round.Upper - round.Lower);
}
