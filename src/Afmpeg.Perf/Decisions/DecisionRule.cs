using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// Decides R-AF-12 from a lever board, by rules that can be read here:
/// 1. What upstream ships is within every limit that judges it: no-go.
/// 2. It exceeds some: go, with the lever that rescues the most of these judgements and breaks none; among equals the cheaper one, then the
///    one that stands first in thresholds.json. One of the highest cost is a last resort: it is named only where no other rescues any. A
///    lever that might yet overtake it, were what is inconclusive settled, leaves it undecided.
/// 3. Anything else is undecided, and says what would settle it.
/// </summary>
public static class DecisionRule
{
    /// <summary>What leads to a decision. One case alone may settle a limit and never names a lever; the full tier has a case of each.</summary>
    public const string Remedy = $"{Run} --decision";

    private const string Run = "afmpeg-perf run --tier full";

    /// <summary>Decides.</summary>
    /// <param name="board">The board.</param>
    /// <returns>The decision.</returns>
    public static MeasuredDecision Decide(LeverBoard board)
    {
        var exceeded = Of(board, Verdict.Exceeded);
        var open = board.Today.Where(finding => finding.Verdict is Verdict.Inconclusive or Verdict.NotMeasured).ToImmutableArray();
        return board.Today.IsEmpty
            ? Undecided("no limit judges what upstream ships", [$"a limit in thresholds.json whose pattern fits a case of {MatrixDesign.ShippedLane.Name}"], [])
            : exceeded.IsEmpty && open.IsEmpty ? NoGo(board)
            : exceeded.IsEmpty ? Undecided($"nothing that was judged is exceeded, but {Text(open)} {Are(open)} not settled", [Remedy], [])
            : Go(board, exceeded, open);
    }

    /// <summary>Why nothing is decided by a run that measured a selection of cases, or a file of the user's.</summary>
    /// <param name="reason">Which of them it is.</param>
    /// <param name="remedy">What would decide.</param>
    /// <returns>The decision.</returns>
    public static MeasuredDecision NotAsked(string reason, string remedy) => Undecided(reason, [remedy], []);

    private static MeasuredDecision NoGo(LeverBoard board)
    {
        var consumers = board.Today.Select(finding => finding.Limit.Profile.Id).Distinct().ToArray();
        return new MeasuredDecision(
            DecisionOutcome.NoGo,
            Lever: null,
            $"no-go: single-threaded Wasm is acceptable for {DecisionText.List(consumers)}, close R-AF-12: {MatrixDesign.ShippedLane.Name} is within all of {CountText.Of(board.Today.Length, "judgement")}",
            [.. board.Today.OrderByDescending(DecisionText.Pressure).Take(3).Select(DecisionText.Number)],
            [],
            []);
    }

    private static MeasuredDecision Go(LeverBoard board, ImmutableArray<Finding> exceeded, ImmutableArray<Finding> open)
    {
        var limits = exceeded.Select(finding => finding.Limit.Id).Distinct().ToImmutableArray();
        var able = board.Levers.Where(lever => lever is { Rescued: > 0, Broken: 0 })
            .OrderBy(lever => lever.Rating.IsLastResort).ThenByDescending(lever => lever.Rescued).ThenBy(lever => lever.Rating.Maintenance).ThenBy(lever => lever.Preference).ToArray();
        if (able.Length == 0)
        {
            return board.Levers.SelectMany(lever => lever.Effects).Any(effect => effect.MayBeKept)
                ? Undecided($"{Text(exceeded)} {Are(exceeded)} exceeded, and whether a lever rescues them is not settled", [Remedy], limits)
                : Undecided($"{Text(exceeded)} {Are(exceeded)} exceeded, and no lever that was measured rescues any", WithoutLever(board), limits);
        }

        var best = able[0];
        var rivals = board.Levers.Where(lever => lever != best && Overtakes(lever, best)).ToArray();
        return rivals.Length > 0
            ? Undecided(
                $"{Text(exceeded)} {Are(exceeded)} exceeded and {best.Lever.Id} rescues {best.Rescued} of {CountText.Of(exceeded.Length, "judgement")}, but {DecisionText.List(rivals.Select(lever => lever.Lever.Id))} may rescue more",
                [Remedy],
                limits)
            : new MeasuredDecision(
                DecisionOutcome.Go,
                best,
                $"go: promote {best.Lever.Id}, because {MatrixDesign.ShippedLane.Name} exceeds {Text(exceeded)} and {best.Lever.Id} rescues {(best.Rescued == exceeded.Length ? "all" : $"{best.Rescued}")} of {CountText.Of(exceeded.Length, "judgement")} at {Cost(able, best)}",
                DecisionText.Numbers(best),
                Sharpen(open),
                limits);
    }

    // A lever that the run planned no case of may rescue what the others do not.
    private static ImmutableArray<string> WithoutLever(LeverBoard board) =>
    [
        .. board.Levers.Any(lever => lever.Effects.All(effect => effect.With is null)) ? (string[])[Remedy] : [],
        "a limit that consumers agree to, or a lever that is not on the board",
    ];

    private static string Cost(LeverReading[] able, LeverReading best)
    {
        var equals = able.Count(lever => lever.Rescued == best.Rescued && lever.Rating.IsLastResort == best.Rating.IsLastResort);
        return $"a cost of {best.Rating.Maintenance} of {LeverRating.Most}{(equals > 1 ? $", the least of {equals} levers that rescue as many" : "")}";
    }

    // Settled in its favour, what is open could give the other lever the lead.
    private static bool Overtakes(LeverReading other, LeverReading best)
    {
        var (possible, sure) = (other.Effects.Count(effect => effect.MayBeKept), best.Effects.Count(effect => effect.IsKept));
        return other.Broken == 0 && (!other.Rating.IsLastResort || best.Rating.IsLastResort) && possible > other.Effects.Count(effect => effect.IsKept)
            && (possible > sure || (possible == sure
                && (other.Rating.Maintenance, other.Preference).CompareTo((best.Rating.Maintenance, best.Preference)) < 0));
    }

    private static MeasuredDecision Undecided(string why, ImmutableArray<string> settles, ImmutableArray<string> exceeded) => new(
        DecisionOutcome.Undecided, Lever: null, $"undecided: {why}{(settles.IsEmpty ? "" : $"; {settles[0]} would settle it")}", [], settles, exceeded);

    private static ImmutableArray<Finding> Of(LeverBoard board, Verdict verdict) => [.. board.Today.Where(finding => finding.Verdict == verdict)];

    private static string Text(ImmutableArray<Finding> findings) => DecisionText.List(findings.Select(finding => finding.Limit.Id).Distinct());

    private static string Are(ImmutableArray<Finding> findings) => findings.Select(finding => finding.Limit.Id).Distinct().Count() == 1 ? "is" : "are";

    // Of a go: what is open changes no lever, so each case by itself makes it firmer.
    private static ImmutableArray<string> Sharpen(ImmutableArray<Finding> open) =>
        [.. open.Select(finding => finding.Case.Case.Id).Distinct().Select(id => $"{Run} --filter '{id}' --budget 30m")];
}
