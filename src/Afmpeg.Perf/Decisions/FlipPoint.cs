using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>Where one limit would have to be for the decision to be another one, all others as they are.</summary>
/// <param name="Limit">The limit, as it is.</param>
/// <param name="Bound">The bound nearest to it at which the decision is another; null where there is none.</param>
/// <param name="Decision">That decision; null where there is none.</param>
public sealed record FlipPoint(Limit Limit, double? Bound, MeasuredDecision? Decision);
