using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Limits for canned runs, judged by hand: reports show verdicts and do not make them.</summary>
public static class CannedLimits
{
    private static readonly ConsumerProfile Export =
        new("export", "Exports a clip while its user looks at a bar.", "Editors take minutes.");

    public static Limit Multiple { get; } = AtMost(
        8, "x native", Metric.NativeMultiple, "export-multiple", "*+*", "an export may take eight times native.", "thresholds.json:31");

    public static Limit Memory { get; } = AtMost(
        100 << 20, "bytes", Metric.PeakBytes, "export-memory", "*+*", "a tab has no more.", "thresholds.json:40");

    public static Limit Reel { get; } = AtMost(
        60, "seconds", Metric.SecondsFor60sReel, "reel-seconds", "reel/*", "a reel is made while one waits.", "thresholds.json:49");

    public static Thresholds Thresholds { get; } = new(
        new RecordedDecision("R-AF-12", DecisionOutcome.NoGo, null, "Single-threaded Wasm is acceptable.", new DateOnly(2026, 7, 1)),
        [Export],
        [Multiple, Memory, Reel]);

    public static ImmutableArray<Finding> Judge(ImmutableArray<CaseSummary> cases) =>
    [
        .. cases.Where(summary => summary.Case.Lane.IsWasm).Select(summary => Judge(Multiple, summary, summary.NativeMultiple)),
        .. cases.Where(summary => summary.Case.Lane.IsWasm).Select(summary => Judge(
            Memory, summary, summary.PeakResident.Select(peak => new Estimate(peak.Value, peak.Value, peak.Value, summary.Rounds, 1)))),
    ];

    private static Limit AtMost(double most, string unit, Metric metric, string id, string cases, string rationale, string where) =>
        new(id, Export, new Glob(cases), metric, most, null, unit, rationale, LimitBasis.Assumed, "spec 0008", where);

    private static Finding Judge(Limit limit, CaseSummary summary, Reading<Estimate> observed)
    {
        var verdict = observed.TryGet(out var estimate)
            ? estimate.High <= limit.AtMost ? Verdict.Within : estimate.Low > limit.AtMost ? Verdict.Exceeded : Verdict.Inconclusive
            : summary.Rounds > 0 ? Verdict.Inconclusive : Verdict.NotMeasured;
        return new Finding(limit, summary, observed, verdict, Doubt.None, 0, $"Judged by hand: {Perf.Reports.Words.Of(verdict)}.");
    }
}
