using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports;

/// <summary>The words of the reports, so that all formats use the same.</summary>
public static class Words
{
    /// <summary>An enumeration's member as in every machine-readable file, in kebab-case: not-measured, native-multiple, no-go.</summary>
    public static string Key<T>(T member)
        where T : struct, Enum => JsonSerializer.SerializeToElement(member, Measurement.Json).GetString()!;

    /// <summary>A text that starts a sentence.</summary>
    public static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    /// <summary>A text that goes on in a sentence.</summary>
    public static string Uncapital(string text) =>
        text.Length > 1 && char.IsUpper(text[1]) ? text : $"{char.ToLowerInvariant(text[0])}{text[1..]}";

    /// <summary>A verdict for people: "not measured".</summary>
    public static string Of(Verdict verdict) => VerdictText.Of(verdict);

    /// <summary>Why a verdict is open, to follow it: ", the interval straddles the limit"; empty where there is no doubt.</summary>
    public static string Of(Doubt doubt) => doubt switch
    {
        Doubt.WithinNoise => ", closer to the limit than this host's noise floor",
        Doubt.AmongMany => ", not significant among so many limits",
        Doubt.Straddles => ", the interval straddles the limit",
        _ => "",
    };

    /// <summary>How good or bad a verdict is.</summary>
    public static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Within => Tone.Good,
        Verdict.Exceeded => Tone.Bad,
        Verdict.Inconclusive => Tone.Unsure,
        _ => Tone.Plain,
    };

    /// <summary>Whether a case was measured.</summary>
    public static CaseStatus Status(CaseSummary summary) =>
        summary.Failure is not null ? CaseStatus.Failed : summary.Rounds > 0 ? CaseStatus.Measured : CaseStatus.NotMeasured;

    /// <summary>A duration for people: "31 ms", "1.42 s".</summary>
    public static string Of(TimeSpan duration) => duration.TotalSeconds < 1
        ? $"{Math.Round(duration.TotalMilliseconds)} ms"
        : $"{Figures.Of(duration.TotalSeconds)} s";

    /// <summary>A noise floor: "2.1 % (native against itself: 1.00 [0.982, 1.02] over 14 rounds)".</summary>
    public static string Of(NoiseFloor floor) =>
        $"{Figures.Of(floor.Fraction * 100)} % (native against itself: {floor.Ratio} over {CountText.Of(floor.Ratio.Count, "round")})";

    /// <summary>
    /// Where a run's time went: "measured processes 190 s (95.0 %), checks of outputs 8.10 s (4.1 %), the rest 1.90 s (0.9 %)".
    /// </summary>
    public static string Of(TimeBreakdown time)
    {
        (string What, TimeSpan? Time)[] parts =
            [("measured processes", time.Measured), ("checks of outputs", time.Checked), ("the rest", time.Rest)];
        return string.Join(", ", parts.Where(part => part.Time is not null)
            .Select(part => $"{part.What} {Of(part.Time!.Value)} ({part.Time / time.Total * 100:0.0} %)"));
    }
}

/// <summary>Whether a case was measured.</summary>
public enum CaseStatus
{
    /// <summary>At least one round counts; single readings may still be absent.</summary>
    Measured,

    /// <summary>No round counts, and none failed.</summary>
    NotMeasured,

    /// <summary>A run failed, timed out or made a wrong output.</summary>
    Failed,
}
