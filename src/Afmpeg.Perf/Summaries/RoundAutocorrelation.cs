using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Summaries;

/// <summary>
/// What rounds of a run have in common with those near them, and so how much wider their interval is than if they had nothing. Six to
/// fourteen rounds cannot show that by themselves: it is what rounds of a shared machine were seen to be like (docs/trust/rounds.md, ADR
/// 16).
/// </summary>
public static class RoundAutocorrelation
{
    /// <summary>
    /// Of multiples of native, by the seconds between rounds, on a noisy day: a third of what they scatter by lasts, for some twenty
    /// seconds. Native works with all cores, and how much of the second one a shared machine gives lasts longer than a short round.
    /// Multiples of native-portable show nothing of the kind.
    /// </summary>
    public static SerialCorrelation OfMultiples { get; } = new(Share: 1.0 / 3, Scale: 20);

    /// <summary>
    /// Of the times of one lane, by the number of the round: nothing cancels what the host does meanwhile. Seen minutes apart on a quiet
    /// day and seconds apart on a noisy one.
    /// </summary>
    public static SerialCorrelation OfTimes { get; } = SerialCorrelation.Chain(0.4);

    /// <summary>How much wider the interval of a multiple of native is.</summary>
    /// <returns>1 or more: 1 where rounds lie minutes apart.</returns>
    public static double InflationOfMultiples(IEnumerable<DateTimeOffset> at) =>
        OfMultiples.InflationFactor([.. at.Select(time => (time - DateTimeOffset.UnixEpoch).TotalSeconds)]);

    /// <summary>How much wider the interval of a lane's own times is.</summary>
    /// <param name="rounds">How many rounds, 0 or more.</param>
    /// <returns>1 or more.</returns>
    public static double InflationOfTimes(int rounds) => OfTimes.InflationFactor(rounds, apart: 1);
}
