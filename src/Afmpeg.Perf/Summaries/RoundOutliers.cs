using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Summaries;

/// <summary>
/// The rounds of a case that lie far from its others. They are reported and kept: estimates are medians, which are robust against them, and
/// dropping unwelcome rounds would make the interval look better than it is.
/// </summary>
internal static class RoundOutliers
{
    /// <summary>Fewer rounds give no interval, and say less still of which of them is far from the others.</summary>
    public const int FewestRounds = MedianInterval.FewestFor95Percent;

    // Clocks count microseconds: what differs by parts in a thousand million differs by how doubles are rounded.
    private const int Digits = 9;

    /// <summary>The rounds that are flagged, by the log of the ratio to native, of native by the log of its time.</summary>
    /// <returns>Their numbers, ascending; none below <see cref="FewestRounds"/> rounds.</returns>
    public static ImmutableArray<int> Of(Lane lane, ImmutableArray<Measurement> counted, ImmutableArray<Measurement> native)
    {
        var readings = (lane == Lane.Native
                ? counted.Select(row => (row.Round, Value: row.ExecuteSeconds!.Value))
                : counted.Join(native, row => row.Round, row => row.Round, (own, other) => (
                    own.Round, Value: own.ExecuteSeconds!.Value / other.ExecuteSeconds!.Value)))
            .OrderBy(reading => reading.Round).ToImmutableArray();
        return readings.Length < FewestRounds
            ? []
            : [.. Outliers.Of([.. readings.Select(reading => Math.Round(Math.Log(reading.Value), Digits))])
                .Select(index => readings[index].Round)];
    }
}
