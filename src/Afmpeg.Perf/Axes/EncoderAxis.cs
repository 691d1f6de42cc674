using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>openh264 against x264: how many more bits it needs for the same pictures, and how much longer it takes.</summary>
public sealed class EncoderAxis : IAxis
{
    private const string Anchor = "libx264";
    private const double EnoughOverlap = 0.75;

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("subject", "subject", "", "What was encoded."),
        new("encoder", "encoder", "", "Encoder and effort."),
        new("against", "against", "", "What it is compared with."),
        new("bdRate", "BD-rate", "%", "How many more bits it needs for the same PSNR-Y, by a piecewise cubic (PCHIP) through each curve."),
        new("bdRateCubic", "BD-rate, cubic", "%", "The same by one cubic (VCEG-M33)."),
        new("bdPsnr", "BD-PSNR", "dB", "How much better its PSNR-Y is at the same rate, by a piecewise cubic (PCHIP) through each curve."),
        new("bdPsnrCubic", "BD-PSNR, cubic", "dB", "The same by one cubic (VCEG-M33)."),
        new("overlap", "overlap", "%", "The range of quality that both curves cover, of that which either does: what BD-rate stands for."),
        new("time", "time", "x", "How many times as long it takes on the module's lane, over the rounds at all bitrates that both have."),
        new("nativeTime", "time natively", "x", "The same natively (assembly, all threads)."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var subjects = RateCurve.Of(run).Select(Pairs).Where(pairs => !pairs.IsEmpty).ToImmutableArray();
        return subjects.IsEmpty ? null : new AxisTable(
            "encoder",
            "Encoder against encoder",
            AxisText.Join(subjects.Select(pairs => Sentence(run, pairs))),
            Columns,
            [.. subjects.SelectMany(pairs => pairs.Select(pair => Row(run, pair)))],
            [.. Notes(subjects)]);
    }

    private static ImmutableArray<Pair> Pairs(ImmutableArray<RateCurve> curves) =>
    [
        .. curves.Where(curve => curve.Encoder != Anchor).SelectMany(
            test => curves.Where(curve => curve.Encoder == Anchor).Select(anchor => new Pair(test, anchor))),
    ];

    private static IEnumerable<string> Notes(ImmutableArray<ImmutableArray<Pair>> subjects)
    {
        var first = subjects[0][0].Test;
        yield return $"The module's lane is {first.Points[0].LaneName}. PSNR and bytes have no error: a setting makes the same output in every round.";
        if (first.Job.Expected.HasSound)
        {
            yield return "Rates are of whole files. The sound is the same on both sides, so that BD-rate understates how the pictures' bits differ.";
        }
    }

    private static ImmutableArray<AxisCell> Row(AxisInput run, Pair pair)
    {
        var rate = pair.Bd(BdRate.RateOf, BdInterpolation.PiecewiseCubic);
        return
        [
            AxisCell.Of(AxisText.Place(pair.Test.Job)),
            AxisCell.Of(pair.Test.Tool),
            AxisCell.Of(pair.Anchor.Tool),
            Delta(rate),
            Delta(pair.Bd(BdRate.RateOf, BdInterpolation.Cubic)),
            Delta(pair.Bd(BdRate.QualityOf, BdInterpolation.PiecewiseCubic)),
            Delta(pair.Bd(BdRate.QualityOf, BdInterpolation.Cubic)),
            AxisText.Plain(rate.Select(delta => delta.Overlap * 100), Figures.Of),
            AxisCell.Of(pair.Time(run)),
            AxisCell.Of(pair.Test.TimesOf(run, pair.Anchor, point => point.Native)),
        ];
    }

    private static AxisCell Delta(Reading<BdDelta> reading) => AxisText.Plain(reading.Select(delta => delta.Value), Figures.Of);

    // Against the effort of the reference jobs; where no curve has it, against all there are.
    private static Reading<string> Sentence(AxisInput run, ImmutableArray<Pair> pairs)
    {
        var chosen = pairs.Any(pair => pair.Anchor.IsReference) ? pairs.Where(pair => pair.Anchor.IsReference) : pairs;
        Reading<string>[] clauses = [.. chosen.Select(pair => pair.Bd(BdRate.RateOf, BdInterpolation.PiecewiseCubic).Select(delta => Clause(run, pair, delta)))];
        return clauses.Any(clause => clause.Reason is null)
            ? Reading<string>.Of(
                $"On {AxisText.Place(pairs[0].Test.Job)} ({pairs[0].Test.Points[0].LaneName}) "
                + AxisText.List(clauses.Select(clause => clause.TryGet(out var text) ? text : null).OfType<string>()))
            : Reading<string>.Unavailable(clauses[0].Reason!);
    }

    private static string Clause(AxisInput run, Pair pair, BdDelta delta) =>
        $"{pair.Test.Tool} needs {Figures.Of(Math.Abs(delta.Value))} % {(delta.Value < 0 ? "fewer" : "more")} bits than {pair.Anchor.Tool} for the same PSNR-Y"
        + (delta.Overlap < EnoughOverlap ? $" (on the {Figures.Of(delta.Overlap * 100)} % of the quality range that both cover)" : "")
        + pair.Time(run).Show(ratio => $" and takes {ratio.AsLong()}", reason => $" (time not compared: {reason})");

    private sealed record Pair(RateCurve Test, RateCurve Anchor)
    {
        public Reading<BdDelta> Bd(
            Func<ImmutableArray<RatePoint>, ImmutableArray<RatePoint>, BdInterpolation, Reading<BdDelta>> measure, BdInterpolation interpolation) =>
            Anchor.Distortion.Then(anchor => Test.Distortion.Then(test => measure(anchor, test, interpolation)));

        public Reading<Estimate> Time(AxisInput run) => Test.TimesOf(run, Anchor, point => point.Module);
    }
}
