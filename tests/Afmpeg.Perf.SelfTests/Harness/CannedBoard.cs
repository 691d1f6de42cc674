using System.Collections.Immutable;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Lever boards whose verdicts are written by hand: what is decided on them is the rule's alone.</summary>
public static class CannedBoard
{
    private static readonly LeverCosts Free = new(Known(0), Known(0), Known(0), Known(0));

    /// <summary>A board without guidance.</summary>
    /// <param name="today">
    /// What the limits a, b, c, ... say of what upstream ships: w within, x exceeded, i inconclusive, n not measured.
    /// </param>
    /// <param name="levers">Each lever's id and cost, with what the same limits say of it; - where it has no bearing on one.</param>
    public static LeverBoard Of(string today, params (string Id, int Maintenance, string Effects)[] levers)
    {
        var findings = today.Select((verdict, index) => Finding(index, verdict)).ToImmutableArray();
        return new LeverBoard(findings, [], [.. levers.Select((lever, place) => new LeverReading(
            Change(lever.Id), new LeverRating(lever.Id, lever.Maintenance, "canned"), place, [], [], [], Free,
                Effects(findings, findings, lever.Effects)))]);
    }

    /// <summary>The same board with guidance, given before any lever.</summary>
    /// <param name="today">What the limits say of what upstream ships.</param>
    /// <param name="guidance">
    /// Each one's id, whether it is adopted, and what the limits say with it and all that is adopted before it.
    /// </param>
    /// <param name="levers">As above, on top of the adopted guidance.</param>
    public static LeverBoard Guided(
        string today, (string Id, bool Adopted, string Effects)[] guidance, params (string Id, int Maintenance, string Effects)[] levers)
    {
        var board = Of(today);
        var guided = board.Today;
        List<GuidanceReading> read = [];
        foreach (var (id, isAdopted, verdicts) in guidance)
        {
            var effects = Effects(board.Today, guided, verdicts);
            read.Add(new GuidanceReading(Change(id), new GuidanceChoice(id, isAdopted, "canned", "canned"), [], Free, effects));
            guided = isAdopted ? [.. effects.Select(effect => effect.Result)] : guided;
        }

        return Of(today, levers) with
        {
            Guidance = [.. read],
            Levers = [.. Of(today, levers).Levers.Zip(levers, (lever, canned) =>
                lever with { Effects = Effects(board.Today, guided, canned.Effects) })],
        };
    }

    private static ImmutableArray<LeverEffect> Effects(ImmutableArray<Finding> today, ImmutableArray<Finding> without, string verdicts) =>
    [
        .. today.Zip(without, verdicts).Select(entry => new LeverEffect(
            entry.First, entry.Second, entry.Third == '-' ? null : entry.Second with { Verdict = Of(entry.Third) })),
    ];

    private static Lever Change(string id) => new(id, id, "None.", "None.", (_, _) => null);

    private static Finding Finding(int index, char verdict)
    {
        var summary = CaseSummaries.Measured($"transcode/{(char)('a' + index)}/libx264-veryfast/{MatrixDesign.ShippedLane.Name}", 13, 14,
            15);
        var limit = CannedLimits.Multiple with { Id = $"{(char)('a' + index)}", Cases = new Glob(summary.Case.Id) };
        return new Finding(limit, summary, summary.NativeMultiple, Of(verdict), Doubt.None, 0, "canned");
    }

    private static Verdict Of(char verdict) => verdict switch
    {
        'w' => Verdict.Within,
        'x' => Verdict.Exceeded,
        'i' => Verdict.Inconclusive,
        _ => Verdict.NotMeasured,
    };

    private static Reading<double> Known(double value) => Reading<double>.Of(value);
}
