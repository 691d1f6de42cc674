using Afmpeg.Perf.Axes;

namespace Afmpeg.Perf.Decisions;

/// <summary>Every table that a decision rests on.</summary>
public static class DecisionTables
{
    /// <summary>The tables in the order in which a reader follows the decision; those with nothing to show are left out.</summary>
    /// <param name="run">The run.</param>
    /// <param name="board">The board.</param>
    /// <param name="decision">What was decided on it.</param>
    /// <param name="isDecisive">
    /// Whether the run measured what a decision asks: only then do the tables show where the decision would flip.
    /// </param>
    /// <returns>The tables.</returns>
    public static ImmutableArray<AxisTable> Of(AxisInput run, LeverBoard board, MeasuredDecision decision, bool isDecisive) =>
    [
        .. ((AxisTable?[])
        [
            LadderTable.Of(run, board, decision),
            LeverTable.Guidance(board),
            LeverTable.Levers(board, decision),
            isDecisive ? Sensitivity.Table(Sensitivity.Of(board)) : null,
            CoresTable.Of(run, board, decision),
            LeverTable.Gains(board),
        ]).OfType<AxisTable>(),
    ];
}
