using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
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

    /// <summary>The adopted guidance that some limit is judged with.</summary>
    public ImmutableArray<GuidanceReading> InPlace => [.. Guidance.Where(guidance => guidance.IsInPlace)];

    /// <summary>Every limit of the file, judged among these alone, as the run's gate judges them.</summary>
    public ImmutableArray<Finding> Gate { get; init; } = Today;

    /// <summary>Of these, the limits on what upstream ships.</summary>
    public ImmutableArray<Finding> Shipped => Gate.RemoveAll(finding => !MatrixDesign.IsShipped(finding.Case.Case.Lane));

    /// <summary>What all levers that bear on a case do to its limit together, on top of the guidance.</summary>
    public ImmutableArray<LeverEffect> Together { get; init; } = [];

    /// <summary>
    /// Whether the run measured everything that the decision asks of the full tier: to measure the same again settles nothing.
    /// </summary>
    public bool IsComplete { get; init; }

    /// <summary>
    /// The findings that the decision rests on, with all others of the run, once for each limit and case. They are judged together: an
    /// alarm must hold for all limits on times among them.
    /// </summary>
    public ImmutableArray<Finding> Family { get; init; } = [];

    /// <summary>
    /// The board's other findings, which decide nothing. An alarm among them must hold for all of the family and all of these.
    /// </summary>
    public ImmutableArray<Finding> Others { get; init; } = [];

    /// <summary>The host's noise floor, by which they are judged.</summary>
    public Reading<NoiseFloor> Floor { get; init; } = Reading<NoiseFloor>.Unavailable("no run was read");

    /// <summary>Reads the board off a run.</summary>
    public static LeverBoard Of(AxisInput run, Thresholds thresholds, Reading<NoiseFloor> floor) =>
        new BoardReader(run, thresholds, floor).Read();

    /// <summary>The board if limits were others: all findings that decide are judged together again.</summary>
    public LeverBoard With(Func<Limit, Limit> move)
    {
        return From([.. Again(Family), .. Others]) with { Gate = Again(Gate) };

        ImmutableArray<Finding> Again(ImmutableArray<Finding> findings) =>
            Judge.Together([.. findings.Select(finding => (finding with { Limit = move(finding.Limit) }, Floor))]);
    }

    /// <summary>The board with these findings in the place of its own on the same limits and cases.</summary>
    internal LeverBoard From(ImmutableArray<Finding> findings)
    {
        var judged = findings.ToDictionary(Key);
        return this with
        {
            Today = [.. Today.Select(Found)],
            Guidance = [.. Guidance.Select(guidance => guidance with { Effects = All(guidance.Effects) })],
            Levers = [.. Levers.Select(lever => lever with { Effects = All(lever.Effects) })],
            Together = All(Together),
        };

        Finding Found(Finding finding) => judged[Key(finding)];

        ImmutableArray<LeverEffect> All(ImmutableArray<LeverEffect> effects) =>
            [.. effects.Select(effect =>
                new LeverEffect(Found(effect.Shipped), Found(effect.Without), effect.With is { } with ? Found(with) : null))];
    }

    /// <summary>What tells the findings of a board apart.</summary>
    internal static (string Limit, string Case) Key(Finding finding) => (finding.Limit.Id, finding.Case.Case.Id);
}
