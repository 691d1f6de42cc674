using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports;

/// <summary>How the number of one case came about: its native multiple, or native's own time, from rounds to verdicts.</summary>
/// <param name="Summary">The case.</param>
/// <param name="Rounds">Its rounds that count, in their order; none for a failed case or one that was not measured.</param>
/// <param name="Estimate">What they say together: a multiple, of native itself its time in seconds.</param>
/// <param name="Looks">When they were looked at, ascending; the last is where sampling ended.</param>
/// <param name="Findings">What each limit that judges the case says, in the limits' order.</param>
/// <param name="NoiseFloor">How far native was from itself on that host.</param>
public sealed record CaseExplanation(
    CaseSummary Summary,
    ImmutableArray<ExplainedRound> Rounds,
    Reading<Estimate> Estimate,
    ImmutableArray<ExplainedLook> Looks,
    ImmutableArray<Finding> Findings,
    Reading<NoiseFloor> NoiseFloor)
{
    /// <summary>Whether the case is native, by which all others are divided: its own number is a time.</summary>
    public bool IsNative => Summary.Case.Lane == Lane.Native;

    /// <summary>Whether the run came to its end; otherwise it was interrupted, or goes on still.</summary>
    public bool IsFinished { get; init; } = true;

    /// <summary>The rounds that the estimate rests on, each with its value: a ratio, of native itself its time in seconds.</summary>
    public ImmutableArray<(ExplainedRound Round, double Value)> Values => ValuesOf(Rounds, IsNative);

    /// <summary>How many times as wide the estimate's interval is as if its rounds had nothing in common.</summary>
    public double InflationFactor => InflationOf(Values, IsNative);

    /// <summary>Explains a case.</summary>
    /// <param name="report">What is reported of its run.</param>
    /// <param name="rows">The run's rows.</param>
    /// <param name="caseId">The case's id.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="PerfException">The run has no such case.</exception>
    public static CaseExplanation Of(RunReport report, IEnumerable<Measurement> rows, string caseId)
    {
        var summary = report.Cases.FirstOrDefault(candidate => candidate.Case.Id == caseId) ?? throw NoSuchCase(report, caseId);
        var rounds = RoundsOf(summary, [.. rows]);
        var isNative = summary.Case.Lane == Lane.Native;
        var values = ValuesOf(rounds, isNative);
        return new CaseExplanation(
            summary,
            rounds,
            isNative && summary.NativeMultiple.Reason is null ? After(values.Length, values, isNative) : summary.NativeMultiple,
            LooksOf(values, isNative, EarlyStop.IsOpenTo(summary) ? [.. FewRounds.Looks] : []),
            [.. report.Findings.Where(finding => finding.Case.Case.Id == caseId)],
            report.NoiseFloor)
        {
            IsFinished = report.Overhead.Reason is null,
        };
    }

    private static ImmutableArray<(ExplainedRound Round, double Value)> ValuesOf(ImmutableArray<ExplainedRound> rounds, bool isNative) => isNative
        ? [.. rounds.Select(round => (round, round.Seconds))]
        : [.. rounds.SelectMany(round => round.Ratio.TryGet(out var ratio) ? [(round, ratio)] : (IEnumerable<(ExplainedRound, double)>)[])];

    private static ImmutableArray<ExplainedRound> RoundsOf(CaseSummary summary, ImmutableArray<Measurement> rows)
    {
        var native = Summaries.Summary.Counted(rows.Where(row => row.Case == summary.Case.Native.Id)).DistinctBy(row => row.Round)
            .ToDictionary(row => row.Round, row => row.ExecuteSeconds!.Value);
        return
        [
            .. Summaries.Summary.Counted(summary, rows).Select(row => new ExplainedRound(
                row.Round,
                row.At,
                row.ExecuteSeconds!.Value,
                native.TryGetValue(row.Round, out var seconds) ? Reading<double>.Of(seconds) : Reading<double>.Unavailable("native has no run that counts in this round"),
                summary.OutlyingRounds.Contains(row.Round))),
        ];
    }

    private static double InflationOf(ImmutableArray<(ExplainedRound Round, double Value)> values, bool isNative) =>
        isNative ? RoundAutocorrelation.InflationOfTimes(values.Length) : RoundAutocorrelation.InflationOfMultiples(values.Select(one => one.Round.At));

    private static Reading<Estimate> After(int rounds, ImmutableArray<(ExplainedRound Round, double Value)> values, bool isNative) =>
        PseudoMedian.OfLogs(values[..rounds].Select(one => one.Value), InflationOf(values[..rounds], isNative));

    private static ImmutableArray<ExplainedLook> LooksOf(ImmutableArray<(ExplainedRound Round, double Value)> values, bool isNative, ImmutableArray<int> early)
    {
        int[] benchmarkCase = [.. early, .. SignedRankLooks.Rounds];
        var looks = benchmarkCase.Where(rounds => rounds < values.Length).Concat(values.IsEmpty ? [] : [values.Length]);
        double Spent(int rounds) => (FewRounds.LookError * early.Count(look => look <= rounds)) + SignedRankLooks.Crossing(rounds);
        return [.. looks.Select(rounds => new ExplainedLook(rounds, benchmarkCase.Contains(rounds), Spent(rounds), After(rounds, values, isNative)))];
    }

    private static PerfException NoSuchCase(RunReport report, string caseId) => new(ExitStatus.BadUsage, "The run has no such case")
    {
        Where = $"run {report.Run}",
        Expected = $"one of its {CountText.Of(report.Cases.Length, "case")}",
        Observed = report.Cases.MinBy(candidate => EditDistance.Between(candidate.Case.Id, caseId)) is { } nearest
            ? $"'{caseId}'; the nearest is {nearest.Case.Id}"
            : $"'{caseId}'",
        Remedy = "afmpeg-perf doctor --cases --tier full lists every case; afmpeg-perf run --filter CASE measures one",
    };
}
