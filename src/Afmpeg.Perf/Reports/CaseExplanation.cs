using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports;

/// <summary>How a case got its number, from rounds to verdicts: its native multiple or, for native itself, its time.</summary>
/// <param name="Summary">The case.</param>
/// <param name="Rounds">The rounds that count, in order; none for a case that failed or was not measured.</param>
/// <param name="Estimate">Their estimate: a multiple, or native's time in seconds.</param>
/// <param name="Looks">Each look at the rounds, in order; the last is where sampling ended.</param>
/// <param name="Findings">One finding for each limit that judges the case, in the limits' order.</param>
/// <param name="NoiseFloor">The host's noise floor.</param>
public sealed record CaseExplanation(
    CaseSummary Summary,
    ImmutableArray<ExplainedRound> Rounds,
    Reading<Estimate> Estimate,
    ImmutableArray<ExplainedLook> Looks,
    ImmutableArray<Finding> Findings,
    Reading<NoiseFloor> NoiseFloor)
{
    /// <summary>Whether the case is native, the divisor of all others, so that its number is a time.</summary>
    public bool IsNative => Summary.Case.Lane == Lane.Native;

    /// <summary>Whether the run finished; otherwise it was interrupted or is still going.</summary>
    public bool IsFinished { get; init; } = true;

    /// <summary>The rounds behind the estimate, each with its value: a ratio to native, or native's time in seconds.</summary>
    public ImmutableArray<(ExplainedRound Round, double Value)> Values => ValuesOf(Rounds, IsNative);

    /// <summary>How many times as wide the estimate's interval is as for independent rounds.</summary>
    public double InflationFactor => InflationOf(Values, IsNative);

    /// <summary>Explains a case from its run's report and rows.</summary>
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
            isNative && summary.NativeMultiple.Reason is null ? EstimateOf(values, isNative) : summary.NativeMultiple,
            LooksOf(values, isNative, EarlyStop.IsOpenTo(summary) ? [.. FewRounds.Looks] : []),
            [.. report.Findings.Where(finding => finding.Case.Case.Id == caseId)],
            report.NoiseFloor)
        {
            IsFinished = report.TimeBreakdown.Reason is null,
        };
    }

    private static ImmutableArray<(ExplainedRound Round, double Value)> ValuesOf(ImmutableArray<ExplainedRound> rounds, bool isNative) =>
        isNative ? [.. rounds.Select(round => (round, round.Seconds))]
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
                native.TryGetValue(row.Round, out var seconds)
                    ? Reading<double>.Of(seconds)
                    : Reading<double>.Unavailable("native has no run that counts in this round"),
                summary.OutlyingRounds.Contains(row.Round))),
        ];
    }

    private static double InflationOf(ImmutableArray<(ExplainedRound Round, double Value)> values, bool isNative) => isNative
        ? RoundAutocorrelation.InflationOfTimes(values.Length)
        : RoundAutocorrelation.InflationOfMultiples(values.Select(one => one.Round.At));

    private static Reading<Estimate> EstimateOf(ImmutableArray<(ExplainedRound Round, double Value)> values, bool isNative) =>
        PseudoMedian.OfLogs(values.Select(one => one.Value), InflationOf(values, isNative));

    private static ImmutableArray<ExplainedLook> LooksOf(
        ImmutableArray<(ExplainedRound Round, double Value)> values, bool isNative, ImmutableArray<int> early)
    {
        int[] planned = [.. early, .. SignedRankLooks.Rounds];
        var looks = planned.Where(rounds => rounds < values.Length).Concat(values.IsEmpty ? [] : [values.Length]);
        double Spent(int rounds) => (FewRounds.LookError * early.Count(look => look <= rounds)) + SignedRankLooks.Crossing(rounds);
        return
        [
            .. looks.Select(rounds =>
                new ExplainedLook(rounds, planned.Contains(rounds), Spent(rounds), EstimateOf(values[..rounds], isNative))),
        ];
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

/// <summary>A round of a case that counts.</summary>
/// <param name="Round">Its number, from 1.</param>
/// <param name="At">When it ran.</param>
/// <param name="Seconds">The lane's execute time.</param>
/// <param name="NativeSeconds">Native's execute time in the same round, or why there is none.</param>
/// <param name="IsOutlying">Whether it is an outlier among the case's rounds.</param>
public sealed record ExplainedRound(int Round, DateTimeOffset At, double Seconds, Reading<double> NativeSeconds, bool IsOutlying)
{
    /// <summary>The lane's time divided by native's, or why there is none.</summary>
    public Reading<double> Ratio => NativeSeconds.Select(native => Seconds / native);
}

/// <summary>A look at a case: the estimate of its first rounds, and how much of the error level was spent by then.</summary>
/// <param name="Rounds">After how many rounds.</param>
/// <param name="IsPlanned">Whether sampling could stop there; false where it ended between looks or after the last one.</param>
/// <param name="Spent">The chance that this look or one before it missed the true value, 0 to 0.05.</param>
/// <param name="Estimate">The estimate, or why there is none.</param>
public sealed record ExplainedLook(int Rounds, bool IsPlanned, double Spent, Reading<Estimate> Estimate);
