using System.Collections.Immutable;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>A piece of guidance as a run shows it.</summary>
/// <param name="Change">What a caller changes.</param>
/// <param name="Choice">Whether people adopted it, why, and what it gives up.</param>
/// <param name="Gains">What it does to each case that it bears on: as shipped, and with the adopted guidance in place.</param>
/// <param name="Costs">What it costs.</param>
/// <param name="Effects">
/// What it does to each limit on what upstream ships: adopted guidance in order, rejected guidance behind all that is adopted.
/// </param>
public sealed record GuidanceReading(
    Lever Change, GuidanceChoice Choice, ImmutableArray<LeverGain> Gains, LeverCosts Costs, ImmutableArray<LeverEffect> Effects)
{
    /// <summary>How many judgements it rescues: exceeded without it, within with it.</summary>
    public int Rescued => Effects.Count(effect => effect.IsRescued);

    /// <summary>How many it breaks: within without it, no longer surely within with it.</summary>
    public int Broken => Effects.Count(effect => effect.IsBroken);

    /// <summary>Whether people adopted it and some limit is judged with it in place.</summary>
    public bool IsInPlace => Choice.IsAdopted && Effects.Any(effect => effect.With is not null);
}
