using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports;

/// <summary>The words of the reports, so that all formats use the same.</summary>
public static class Words
{
    /// <summary>A member's name as in every machine-readable file: not-measured, native-multiple, no-go.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="member">The member.</param>
    /// <returns>The word in kebab-case.</returns>
    public static string Key<T>(T member)
        where T : struct, Enum => JsonSerializer.SerializeToElement(member, Measurement.Json).GetString()!;

    /// <summary>A verdict for people: "not measured".</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The words.</returns>
    public static string Of(Verdict verdict) => Key(verdict).Replace('-', ' ');

    /// <summary>Why a limit is not settled, to follow a verdict: ", the interval straddles the limit".</summary>
    /// <param name="doubt">The doubt.</param>
    /// <returns>The words with their comma; none where there is no doubt.</returns>
    public static string Of(Doubt doubt) => doubt switch
    {
        Doubt.WithinNoise => ", nearer to the limit than this host's noise floor",
        Doubt.AmongMany => ", not beyond chance among so many limits",
        Doubt.Straddles => ", the interval straddles the limit",
        _ => "",
    };

    /// <summary>Whether a case was measured.</summary>
    /// <param name="summary">The case.</param>
    /// <returns>Its status.</returns>
    public static CaseStatus Status(CaseSummary summary) =>
        summary.Failure is not null ? CaseStatus.Failed : summary.Rounds > 0 ? CaseStatus.Measured : CaseStatus.NotMeasured;

    /// <summary>A duration for people: "31 ms", "1.42 s".</summary>
    /// <param name="duration">The duration.</param>
    /// <returns>The text.</returns>
    public static string Of(TimeSpan duration) => duration.TotalSeconds < 1
        ? $"{Math.Round(duration.TotalMilliseconds)} ms"
        : $"{Figures.Of(duration.TotalSeconds)} s";

    /// <summary>A noise floor: "2.1 % (native against itself: 1.00 [0.982, 1.02] over 14 rounds)".</summary>
    /// <param name="floor">The floor.</param>
    /// <returns>The text.</returns>
    public static string Of(NoiseFloor floor) => $"{Figures.Of(floor.Fraction * 100)} % (native against itself: {floor.Ratio} over {CountText.Of(floor.Ratio.Count, "round")})";

    /// <summary>Where a run's time went: "measured processes 190 s (95.0 %), checks of outputs 8.10 s (4.1 %), the rest 1.90 s (0.9 %)".</summary>
    /// <param name="account">The account.</param>
    /// <returns>The text.</returns>
    public static string Of(TimeBreakdown account)
    {
        (string What, TimeSpan? Time)[] parts = [("measured processes", account.Measured), ("checks of outputs", account.Checked), ("the rest", account.Rest)];
        return string.Join(
            ", ", parts.Where(part => part.Time is not null).Select(part => $"{part.What} {Of(part.Time!.Value)} ({part.Time / account.Total * 100:0.0} %)"));
    }
}
