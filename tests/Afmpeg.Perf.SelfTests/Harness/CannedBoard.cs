using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Lever boards with hand-written verdicts, so that only the rule decides.</summary>
public static class CannedBoard
{
    private static readonly Reading<double> Zero = Reading<double>.Of(0);
    private static readonly LeverCosts Free = new(Zero, Zero, Zero, Zero);

    /// <summary>
    /// A board without guidance. Each letter is what one limit says of what upstream ships: w within, x exceeded, i inconclusive, n not
    /// measured. A lever's effects are what they say with it, or - where it does not touch the limit.
    /// </summary>
    public static LeverBoard Of(string today, params (string Id, int Maintenance, string Effects)[] levers) => Guided(today, [], levers);

    /// <summary>The same board after guidance: the effects of each come on top of all that was adopted before it.</summary>
    public static LeverBoard Guided(
        string today, (string Id, bool Adopted, string Effects)[] guidance, params (string Id, int Maintenance, string Effects)[] levers)
    {
        var shipped = today.Select((verdict, index) => Finding(index, verdict)).ToImmutableArray();
        var guided = shipped;
        List<GuidanceReading> read = [];
        foreach (var (id, isAdopted, verdicts) in guidance)
        {
            var effects = Effects(shipped, guided, verdicts);
            read.Add(new GuidanceReading(Change(id), new GuidanceChoice(id, isAdopted, "canned", "canned"), [], Free, effects));
            guided = isAdopted ? [.. effects.Select(effect => effect.Result)] : guided;
        }

        LeverReading Read((string Id, int Maintenance, string Effects) lever, int place)
        {
            var rating = new LeverRating(lever.Id, lever.Maintenance, "canned");
            return new(Change(lever.Id), rating, place, [], [], [], Free, Effects(shipped, guided, lever.Effects));
        }

        return new LeverBoard(shipped, [.. read], [.. levers.Select(Read)]);
    }

    private static ImmutableArray<LeverEffect> Effects(ImmutableArray<Finding> today, ImmutableArray<Finding> without, string verdicts) =>
    [
        .. today.Zip(without, verdicts).Select(entry => new LeverEffect(
            entry.First, entry.Second, entry.Third == '-' ? null : entry.Second with { Verdict = Of(entry.Third) })),
    ];

    private static Lever Change(string id) => new(id, id, "None.", "None.", (_, _) => null);

    private static Finding Finding(int index, char verdict)
    {
        var summary = CaseSummaries.Measured(
            $"transcode/{(char)('a' + index)}/libx264-veryfast/{MatrixDesign.ShippedLane.Name}", 13, 14, 15);
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
}
