using System.Collections.Immutable;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>A lever as a run shows it.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Rating">What people think that it costs; the highest cost where nobody has rated it.</param>
/// <param name="Preference">Its place in the order of preference, from 0.</param>
/// <param name="Alone">What it does to each case of what upstream ships, on its own.</param>
/// <param name="OnTop">What it adds where the build and the engine are the default ones already (of these two: where the other one is).</param>
/// <param name="Costs">What it costs.</param>
/// <param name="Effects">What it does to each limit on what upstream ships.</param>
public sealed record LeverReading(
    Lever Lever,
    LeverRating Rating,
    int Preference,
    ImmutableArray<LeverGain> Alone,
    ImmutableArray<LeverGain> OnTop,
    LeverCosts Costs,
    ImmutableArray<LeverEffect> Effects)
{
    /// <summary>How many judgements it rescues: exceeded today, within with it.</summary>
    public int Rescued => Effects.Count(effect => effect.IsRescued);

    /// <summary>How many it breaks: within today, exceeded with it.</summary>
    public int Broken => Effects.Count(effect => effect.IsBroken);
}
