using System.Collections.Immutable;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>A lever as a run shows it.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Rating">What people think it costs; the highest cost where nobody has rated it.</param>
/// <param name="Preference">Its place in the order of preference, from 0.</param>
/// <param name="Gains">What it does to each case with the adopted guidance in place: the gain that the decision rests on.</param>
/// <param name="AsShipped">What it does to each case as upstream ships it, without any guidance.</param>
/// <param name="OnTop">What it adds to guidance, default build and default engine; for one of these two, to the other one.</param>
/// <param name="Costs">What it costs.</param>
/// <param name="Effects">What it does to each limit on what upstream ships, with the adopted guidance in place.</param>
public sealed record LeverReading(
    Lever Lever,
    LeverRating Rating,
    int Preference,
    ImmutableArray<LeverGain> Gains,
    ImmutableArray<LeverGain> AsShipped,
    ImmutableArray<LeverGain> OnTop,
    LeverCosts Costs,
    ImmutableArray<LeverEffect> Effects)
{
    /// <summary>How many judgements it rescues: exceeded without it, within with it.</summary>
    public int Rescued => Effects.Count(effect => effect.IsRescued);

    /// <summary>How many it breaks: within without it, no longer surely within with it.</summary>
    public int Broken => Effects.Count(effect => effect.IsBroken);
}
