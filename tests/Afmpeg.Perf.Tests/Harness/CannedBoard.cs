using System.Collections.Immutable;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>Lever boards whose verdicts are written by hand: what is decided on them is the rule's alone.</summary>
public static class CannedBoard
{
    private static readonly LeverCosts Free = new(Known(0), Known(0), Known(0), Known(0));

    /// <summary>A board.</summary>
    /// <param name="today">What the limits a, b, c, ... say of what upstream ships: w within, x exceeded, i inconclusive, n not measured.</param>
    /// <param name="levers">Each lever's id and cost, with what the same limits say of it; - where it has no bearing on one.</param>
    public static LeverBoard Of(string today, params (string Id, int Maintenance, string Effects)[] levers)
    {
        var findings = today.Select((verdict, index) => Finding(index, verdict)).ToImmutableArray();
        return new LeverBoard(findings, [.. levers.Select((lever, place) => new LeverReading(
            new Lever(lever.Id, lever.Id, "None.", "None.", (_, _) => null),
            new LeverRating(lever.Id, lever.Maintenance, "canned"),
            place,
            [],
            [],
            Free,
            [.. findings.Zip(lever.Effects, (finding, verdict) => new LeverEffect(
                finding, verdict == '-' ? null : finding with { Verdict = Of(verdict) }))]))]);
    }

    private static Finding Finding(int index, char verdict)
    {
        var summary = CaseSummaries.Measured($"transcode/{(char)('a' + index)}/libx264-veryfast/{MatrixDesign.ShippedLane.Name}", 13, 14, 15);
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
