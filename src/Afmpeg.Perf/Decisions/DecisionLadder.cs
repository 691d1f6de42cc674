using System.Collections.Immutable;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>The steps from what upstream ships to everything that is known to help, for one limit on one case.</summary>
internal static class DecisionLadder
{
    /// <summary>The steps of one judgement. A step that changes nothing is left out.</summary>
    /// <param name="board">The board.</param>
    /// <param name="decision">What was decided on it.</param>
    /// <param name="index">The judgement's place in the board.</param>
    /// <returns>The steps; the first is what upstream ships, and always has a finding.</returns>
    public static ImmutableArray<Step> Of(LeverBoard board, MeasuredDecision decision, int index)
    {
        var (shipped, guided) = (board.Today[index], board.Guided[index]);
        var with = decision.Lever?.Effects[index].With;
        var together = board.Together.IsEmpty ? null : board.Together[index].With;
        var reached = with ?? guided;
        return
        [
            new Step("as shipped", "as shipped", shipped),
            DecisionText.IsSameCase(shipped, guided)
                ? new Step("+ guidance", "",
                    null, "no adopted guidance bears on this job, or the run did not measure the case that it leads to")
                : new Step("+ guidance", "with the guidance", guided),
            .. decision.Lever is not { Lever.Id: var lever } ? (Step[])[] : with is null
                ? [new Step($"+ {lever}", "", null,
                    $"{lever} has no bearing on this job, or the run did not measure the case that it leads to")]
                : [new Step($"+ {lever}", $"with {lever}", with)],
            together is null || DecisionText.IsSameCase(together, reached)
                ? new Step("+ the rest", "",
                    null, "no other lever bears on this job, or the run did not measure the case that they lead to")
                : new Step("+ the rest", "with the rest", together),
        ];
    }

    /// <summary>A step.</summary>
    /// <param name="Name">What it adds: "+ guidance".</param>
    /// <param name="InWords">The same in a sentence, behind a number.</param>
    /// <param name="Finding">The limit with the step in place; null where that was not measured.</param>
    /// <param name="Reason">Why not.</param>
    internal sealed record Step(string Name, string InWords, Finding? Finding, string? Reason = null);
}
