using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports;

/// <summary>A look at a case: what its first rounds said, and how much of the level was spent by then.</summary>
/// <param name="Rounds">After how many rounds.</param>
/// <param name="IsPlanned">Whether sampling might stop there; false where it ended between looks, or the rounds are more than the last look's.</param>
/// <param name="Spent">The chance of having missed the truth at this look or one before it, 0 to 0.05.</param>
/// <param name="Estimate">What these rounds say, or why they say nothing.</param>
public sealed record ExplainedLook(int Rounds, bool IsPlanned, double Spent, Reading<Estimate> Estimate);
