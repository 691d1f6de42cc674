using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Running;

/// <summary>What a run tells when measuring begins.</summary>
/// <param name="State">The run's id, seed and conditions.</param>
/// <param name="Plan">What is measured.</param>
/// <param name="RowsKept">Rows of an unfinished run that this one goes on from; 0 for a new run.</param>
/// <param name="TornLine">Half a row that a killed run left, set aside; null where there was none.</param>
public sealed record RunStart(RunState State, RunPlan Plan, int RowsKept, string? TornLine);
