using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Reports;

/// <summary>A round of a case that counts.</summary>
/// <param name="Round">Its number, from 1.</param>
/// <param name="At">When it was.</param>
/// <param name="Seconds">The lane's execute time.</param>
/// <param name="NativeSeconds">Native's in the same round, or why there is none.</param>
/// <param name="IsOutlying">Whether it lies far from the case's other rounds.</param>
public sealed record ExplainedRound(int Round, DateTimeOffset At, double Seconds, Reading<double> NativeSeconds, bool IsOutlying)
{
    /// <summary>The lane's time divided by native's, or why there is none.</summary>
    public Reading<double> Ratio => NativeSeconds.Select(native => Seconds / native);
}
