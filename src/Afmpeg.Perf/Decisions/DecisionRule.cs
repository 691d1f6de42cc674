using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;
using static Afmpeg.Perf.Decisions.DecisionRemedies;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// Decides R-AF-12 from a lever board. The rules, in order: 1. Adopted guidance that breaks a limit leaves it undecided: people adopted
/// something that the measurements speak against. 2. With the adopted guidance in place, every limit on what upstream ships is within:
/// no-go. No lever is needed. 3. Some limits are exceeded: go, with the lever that rescues the most judgements and breaks none. Among
/// equals the cheaper one is named, then the one that stands first in thresholds.json. A lever of the highest cost is a last resort: it is
/// named only where no other rescues any. Where another lever might still overtake it once the open judgements are settled, the decision is
/// undecided. 4. Anything else is undecided, and says what would settle it.
/// </summary>
public static class DecisionRule
{
    /// <summary>
    /// The command that leads to a decision. One case alone may settle a limit but never names a lever; the full tier has a case of each.
    /// </summary>
    public const string Remedy = "afmpeg-perf run --tier full --decision";

    /// <summary>Decides.</summary>
    public static MeasuredDecision Decide(LeverBoard board)
    {
        var guided = board.Guided;
        var exceeded = guided.Where(finding => finding.Verdict == Verdict.Exceeded).ToImmutableArray();
        var open = guided.Where(finding => finding.Verdict is Verdict.Inconclusive or Verdict.NotMeasured).ToImmutableArray();
        var decision = board.Today.IsEmpty
            ? Undecided("no limit judges what upstream ships",
                [$"a limit in thresholds.json whose pattern fits a case of {MatrixDesign.ShippedLane.Name}"])
            : board.Guidance.FirstOrDefault(guidance => guidance is { Choice.IsAdopted: true, Broken: > 0 }) is { } harmful
                ? Harmful(board, harmful)
            : exceeded.IsEmpty && open.IsEmpty ? NoGo(board, guided)
            : exceeded.IsEmpty ? Undecided(
                $"{Text(open)} {Are(open)} not settled{WithGuidance(board)}, and nothing else is exceeded", Settle(board, open))
            : Go(board, exceeded, open);
        return decision with { Guidance = board.InPlace, Exceeded = Limits(Beyond(board.Shipped)) };
    }

    /// <summary>Why nothing is decided by a run that measured a selection of cases, or a file of the user's.</summary>
    public static MeasuredDecision NotAsked(string reason, string remedy) => Undecided(reason, [remedy]);

    private static MeasuredDecision NoGo(LeverBoard board, ImmutableArray<Finding> guided)
    {
        var consumers = AxisText.List(guided.Select(finding => finding.Limit.Profile.Id).Distinct());
        var judgements = CountText.Of(guided.Length, "judgement");
        var open = board.Shipped.RemoveAll(finding => finding.Verdict == Verdict.Within);
        var exceeded = Beyond(open);
        return new MeasuredDecision(
            DecisionOutcome.NoGo,
            Lever: null,
            open.IsEmpty
                ? $"no-go: single-threaded Wasm is acceptable for {consumers}, close R-AF-12"
                : "no-go: no lever is needed, adopt the guidance and close R-AF-12",
            open.IsEmpty
                ? $"{MatrixDesign.ShippedLane.Name} is within all of {judgements}"
                : $"as shipped, {MatrixDesign.ShippedLane.Name} {(exceeded.IsEmpty ? "may exceed" : "exceeds")} "
                    + $"{Text(exceeded.IsEmpty ? open : exceeded)}, and all of {judgements} are within once callers {InWords(board)}",
            [.. guided.OrderByDescending(finding => finding.LimitRatio).Take(3).Select(DecisionText.Number)],
            [],
            []);
    }

    private static MeasuredDecision Harmful(LeverBoard board, GuidanceReading guidance)
    {
        var broken = guidance.Effects.Where(effect => effect.IsBroken).Select(effect => effect.With!).ToImmutableArray();
        var isSure = guidance.Effects.Any(effect => effect.IsSurelyBroken);
        return Undecided(
            $"the adopted guidance {guidance.Choice.Id} leaves {Text(broken)} {(isSure ? "exceeded" : "not settled")}, which "
                + $"{(Limits(broken).Length == 1 ? "is" : "are")} within without it",
            [.. isSure ? [] : Settle(board, broken), $"'adopted: false' for {guidance.Choice.Id} in thresholds.json"]);
    }

    private static MeasuredDecision Go(LeverBoard board, ImmutableArray<Finding> exceeded, ImmutableArray<Finding> open)
    {
        var beyond = $"{Text(exceeded)} {Are(exceeded)} exceeded{WithGuidance(board)}";
        var able = board.Levers.Where(lever => lever is { Rescued: > 0, Broken: 0 })
            .OrderBy(lever => lever.Rating.IsLastResort).ThenByDescending(lever => lever.Rescued)
            .ThenBy(lever => lever.Rating.Maintenance).ThenBy(lever => lever.Preference).ToArray();
        if (able.Length == 0)
        {
            var hopes = board.Levers.Where(lever => !lever.Effects.Any(effect => effect.IsSurelyBroken)).SelectMany(lever => lever.Effects)
                .Where(effect => effect.MayBeKept || effect.IsBroken).ToArray();
            return hopes.Any(effect => effect.MayBeKept)
                ? Undecided($"{beyond}, and whether a lever rescues them and breaks nothing is not settled",
                    Settle(board, [.. open, .. Unsettled(hopes)]))
                : Undecided($"{beyond}, and no lever that was measured rescues any without breaking another", WithoutLever(board));
        }

        var best = able[0];
        var rivals = board.Levers.Where(lever => lever != best && Overtakes(lever, best)).ToArray();
        return rivals.Length > 0
            ? Undecided(
                $"{beyond} and {best.Change.Id} rescues {DecisionText.Part(best.Rescued, exceeded.Length)}, but "
                    + $"{AxisText.List(rivals.Select(lever => lever.Change.Id))} may rescue more",
                Settle(board, [.. open, .. Unsettled(rivals.SelectMany(lever => lever.Effects))]))
            : new MeasuredDecision(
                DecisionOutcome.Go,
                best,
                board.InPlace.IsEmpty ? $"go: too slow as shipped; promote {best.Change.Id}, {best.Change.InWords}"
                    : $"go: too slow as shipped; first {InWords(board)}, then {best.Change.InWords}",
                Why(board, able, exceeded) + Worsened(best) + Unsure(best),
                DecisionText.Numbers(best),
                Sharpen([.. open, .. StillOpen(best)]),
                []);
    }

    private static string Why(LeverBoard board, LeverReading[] able, ImmutableArray<Finding> exceeded)
    {
        var best = able[0];
        var (today, rescued) = (Beyond(board.Shipped), DecisionText.Part(best.Rescued, exceeded.Length));
        if (board.InPlace.IsEmpty)
        {
            return $"{MatrixDesign.ShippedLane.Name} exceeds {Text(exceeded)}, and {best.Change.Id} rescues {rescued}, at "
                + Cost(able, best);
        }

        var guided = board.Shipped.Zip(board.Guided).Where(pair => pair.First.Verdict == Verdict.Exceeded)
            .Select(pair => pair.Second.Verdict).ToArray();
        var open = guided.Count(verdict => verdict is Verdict.Inconclusive or Verdict.NotMeasured);
        return $"as shipped, {CountText.Of(today.Length, "judgement")} {(today.Length == 1 ? "is" : "are")} exceeded ({Text(today)}); the "
            + $"guidance brings {guided.Count(verdict => verdict == Verdict.Within)} of them within"
            + $"{(open > 0 ? $" and leaves {open} undecided" : "")}; {best.Change.Id} brings {rescued} that "
            + $"{(exceeded.Length == 1 ? "is" : "are")} still exceeded within {(best.Rescued == 1 ? "its limit" : "their limits")}, at "
            + Cost(able, best);
    }

    // What was open without the lever breaks no rule, but people who build it must know.
    private static string Worsened(LeverReading lever)
    {
        var worse = lever.Effects.Where(effect => effect.Without.Verdict != Verdict.Exceeded && effect.With?.Verdict == Verdict.Exceeded)
            .Select(effect => effect.With!).ToImmutableArray();
        return worse.IsEmpty ? "" : $"; with it, {Text(worse)} {Are(worse)} exceeded: {Cases(worse)}";
    }

    private static string Unsure(LeverReading lever)
    {
        var open = StillOpen(lever);
        return open.IsEmpty ? "" : $"; whether it meets {Text(open)} is open for {Cases(open)}";
    }

    // Exceeded without the lever, and not settled with it.
    private static ImmutableArray<Finding> StillOpen(LeverReading lever) =>
        [.. Unsettled(lever.Effects.Where(effect => effect.Without.Verdict == Verdict.Exceeded))];

    // A lever that the run planned no case of may rescue what the others do not.
    private static ImmutableArray<string> WithoutLever(LeverBoard board) =>
    [
        .. !board.IsComplete && board.Levers.Any(lever => lever.Effects.All(effect => effect.With is null)) ? (string[])[Remedy] : [],
        "a limit that a consumer names, or a lever that is not on the board",
    ];

    private static string Cost(LeverReading[] able, LeverReading best)
    {
        var equals = able.Count(lever => lever.Rescued == best.Rescued && lever.Rating.IsLastResort == best.Rating.IsLastResort);
        return $"a cost of {best.Rating.Maintenance} of {LeverRating.Most}"
            + (equals > 1 ? $", the least of {equals} levers that rescue as many" : "");
    }

    // Settled in its favour, what is open could give the other lever the lead.
    private static bool Overtakes(LeverReading other, LeverReading best)
    {
        var (possible, sure) = (other.Effects.Count(effect => effect.MayBeKept), best.Effects.Count(effect => effect.IsKept));
        var isOpen = possible > other.Effects.Count(effect => effect.IsKept) || other.Broken > 0;
        return isOpen && !other.Effects.Any(effect => effect.IsSurelyBroken) && (!other.Rating.IsLastResort || best.Rating.IsLastResort)
            && (possible > sure || (possible == sure
                && (other.Rating.Maintenance, other.Preference).CompareTo((best.Rating.Maintenance, best.Preference)) < 0));
    }

    private static MeasuredDecision Undecided(string why, ImmutableArray<string> settles) => new(
        DecisionOutcome.Undecided, Lever: null, "undecided", $"{why}{(settles.IsEmpty ? "" : $"; {settles[0]} would settle it")}", [],
            settles, []);

    private static string WithGuidance(LeverBoard board) => board.InPlace.IsEmpty ? "" : " with the guidance in place";

    private static string InWords(LeverBoard board) => AxisText.List(board.InPlace.Select(guidance => guidance.Change.InWords));

    private static ImmutableArray<Finding> Beyond(ImmutableArray<Finding> findings) =>
        [.. findings.Where(finding => finding.Verdict == Verdict.Exceeded)];

    private static ImmutableArray<string> Limits(ImmutableArray<Finding> findings) =>
        [.. findings.Select(finding => finding.Limit.Id).Distinct()];

    private static string Text(ImmutableArray<Finding> findings) => AxisText.List(Limits(findings));

    private static string Cases(ImmutableArray<Finding> findings) => AxisText.List(findings.Select(finding => finding.Case.Case.Id));

    private static string Are(ImmutableArray<Finding> findings) => Limits(findings).Length == 1 ? "is" : "are";
}
