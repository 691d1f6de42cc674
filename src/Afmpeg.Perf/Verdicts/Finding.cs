using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Verdicts;

/// <summary>One limit held against one case.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Case">The case's summary.</param>
/// <param name="Observed">What was read, in the limit's unit.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Doubt">Why it is not settled, where there is a reading.</param>
/// <param name="Chance">
/// For a limit on a time: the chance of such rounds where the truth is the limit, over all looks and all such limits of the run; 0
/// otherwise.
/// </param>
/// <param name="Sentence">
/// The comparison in words: estimate, interval, rounds, limit, rationale; where the time goes; the command that repeats it.
/// </param>
public sealed record Finding(Limit Limit, CaseSummary Case, Reading<Estimate> Observed, Verdict Verdict, Doubt Doubt, double Chance,
    string Sentence)
{
    /// <summary>
    /// How far along its limit the case lies, by the worse end of its interval: 1 is at the limit, more is beyond it. Negative infinity
    /// where there is no reading.
    /// </summary>
    public double LimitRatio => Observed.TryGet(out var observed)
        ? Limit.RatioOf(Limit.AtMost is null ? observed.Low : observed.High)
        : double.NegativeInfinity;
}

/// <summary>What a limit says of a case.</summary>
public enum Verdict
{
    /// <summary>The whole interval lies on the limit's good side.</summary>
    Within,

    /// <summary>The whole interval lies beyond the limit.</summary>
    Exceeded,

    /// <summary>The interval straddles the limit, or too few rounds support one.</summary>
    Inconclusive,

    /// <summary>There is no reading; the finding says why.</summary>
    NotMeasured,
}

/// <summary>Why a limit is not settled by a reading that is there.</summary>
public enum Doubt
{
    /// <summary>The limit is settled.</summary>
    None,

    /// <summary>The interval straddles the limit.</summary>
    Straddles,

    /// <summary>The value is nearer to the limit than this host's noise floor.</summary>
    WithinNoise,

    /// <summary>The interval lies beyond, but among so many limits that is not unlikely enough yet.</summary>
    AmongMany,
}
