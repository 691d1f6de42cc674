using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// The limits on what upstream ships: as it is, with the guidance, and with each lever. Every list of effects has the order of
/// <paramref name="Today"/>.
/// </summary>
/// <param name="Today">The limits on what upstream ships, in the thresholds' order.</param>
/// <param name="Guidance">The guidance, adopted or not, in the order of thresholds.json.</param>
/// <param name="Levers">The levers, in the order of preference.</param>
public sealed record LeverBoard(
    ImmutableArray<Finding> Today, ImmutableArray<GuidanceReading> Guidance, ImmutableArray<LeverReading> Levers)
{
    /// <summary>Every limit with all adopted guidance in place; the limit as shipped where no guidance bears on its case.</summary>
    public ImmutableArray<Finding> Guided =>
        Guidance.LastOrDefault(guidance => guidance.Choice.IsAdopted) is { } last ? [.. last.Effects.Select(effect => effect.Result)]
            : Today;

    /// <summary>What all levers that bear on a case do to its limit together, on top of the guidance.</summary>
    public ImmutableArray<LeverEffect> Together { get; init; } = [];

    /// <summary>
    /// Whether the run measured everything that the decision asks of the full tier: to measure the same again settles nothing.
    /// </summary>
    public bool IsComplete { get; init; }

    /// <summary>Reads the board off a run.</summary>
    public static LeverBoard Of(AxisInput run, Thresholds thresholds, Reading<NoiseFloor> floor) =>
        new BoardReader(run, thresholds, floor).Read();

    /// <summary>The board with every finding judged anew.</summary>
    public LeverBoard Judged(Func<Finding, Finding> judge)
    {
        return this with
        {
            Today = [.. Today.Select(judge)],
            Guidance = [.. Guidance.Select(guidance => guidance with { Effects = All(guidance.Effects) })],
            Levers = [.. Levers.Select(lever => lever with { Effects = All(lever.Effects) })],
            Together = All(Together),
        };

        ImmutableArray<LeverEffect> All(ImmutableArray<LeverEffect> effects) =>
            [.. effects.Select(effect =>
                new LeverEffect(judge(effect.Shipped), judge(effect.Without), effect.With is { } with ? judge(with) : null))];
    }
}
