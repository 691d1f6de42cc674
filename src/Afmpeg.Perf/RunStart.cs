using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf;

/// <summary>What a run tells when measuring begins.</summary>
/// <param name="State">The run's id, seed and host.</param>
/// <param name="Plan">What is measured.</param>
/// <param name="RowsKept">Rows of an unfinished run that this one goes on from; 0 for a new run.</param>
/// <param name="NotMeasured">Lanes that cannot run here, with the reason.</param>
/// <param name="TornLine">Half a row that a killed run left, set aside; null where there was none.</param>
public sealed record RunStart(RunState State, RunPlan Plan, int RowsKept, ImmutableSortedDictionary<string, string> NotMeasured, string? TornLine)
{
    internal static RunStart Of(RunState state, RunPlan plan, Func<BenchmarkCase, Reading<ILaneRunner>> runners, MeasurementLog log) => new(
        state,
        plan,
        log.Rows.Count(row => row.Run == state.Run),
        plan.Cases.Where(planned => runners(planned).WhyNot is not null)
            .GroupBy(planned => planned.Lane.Name)
            .ToImmutableSortedDictionary(lane => lane.Key, lane => runners(lane.First()).WhyNot!, StringComparer.Ordinal),
        log.TornLine);
}
